package dev.gatehouse.input;

/** An input of a tool cannot be read; the message says which one and what is expected instead. */
public final class UnreadableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableInput(String message) {
        super(message);
    }
}

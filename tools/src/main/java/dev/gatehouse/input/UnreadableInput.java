package dev.gatehouse.input;

/** Something that was given to a tool cannot be read; the message says what and what to give instead. */
public final class UnreadableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableInput(String message) {
        super(message);
    }
}

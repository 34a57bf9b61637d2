package dev.gatehouse.taskhub;

/** The tables could not be read; the message says why, and what to do, on one line. */
public final class UnreadableHistory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableHistory(String message) {
        super(message);
    }
}

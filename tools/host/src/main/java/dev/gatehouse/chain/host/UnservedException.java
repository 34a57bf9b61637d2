package dev.gatehouse.chain.host;

/** A call needs what only another host has; the message says what. */
final class UnservedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnservedException(String why) {
        super(why);
    }
}

package dev.gatehouse.chain.host;

/** A function's response cannot be sent; the message says why. */
final class MalformedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedResponseException(String why) {
        super(why);
    }
}

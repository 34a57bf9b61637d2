package dev.gatehouse.cli;

/** Something that a person wrote is faulty; the message says where and how. */
final class FaultyInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultyInput(String message) {
        super(message);
    }
}

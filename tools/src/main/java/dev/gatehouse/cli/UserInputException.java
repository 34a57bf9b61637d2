package dev.gatehouse.cli;

/** Something that a person wrote is faulty; the message says where and how. */
final class UserInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserInputException(String message) {
        super(message);
    }
}

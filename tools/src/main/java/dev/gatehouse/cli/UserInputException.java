package dev.gatehouse.cli;

/** The user's input is invalid; the message says where and what is wrong. */
final class UserInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserInputException(String message) {
        super(message);
    }
}

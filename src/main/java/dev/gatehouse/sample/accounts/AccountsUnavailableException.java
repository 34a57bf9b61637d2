package dev.gatehouse.sample.accounts;

/** The accounts cannot be reached at the moment; the message is for the log, and has nothing of the request in it. */
sealed class AccountsUnavailableException extends RuntimeException permits TableRefusalException {
    AccountsUnavailableException(String message) {
        super(message);
    }
}

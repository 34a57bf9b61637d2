package dev.gatehouse.cli;

import java.io.IOException;

/** The issuer was not asked, because the user did not allow network access ({@code --online}). */
final class OfflineException extends IOException {
    private static final long serialVersionUID = 1L;

    OfflineException() {
        super("not checked: the signature cannot be verified offline");
    }

    /** The message only: it is shown to people as the cause. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}

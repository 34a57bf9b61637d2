package dev.gatehouse.cli;

import java.io.IOException;

/** Nobody was asked, as nobody said that anybody may be. */
final class OfflineException extends IOException {
    private static final long serialVersionUID = 1L;

    OfflineException() {
        super("not asked: the signature is not checked offline");
    }

    /** Read by people, as the cause. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}

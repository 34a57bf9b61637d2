package dev.gatehouse.chain.http;

import java.util.Arrays;

/** An internal error of a layer. */
public final class Bug {
    private Bug() {}

    /**
     * Writes its class and location to standard error, and returns them; never its message, which may quote the request.
     *
     * @param layer that failed
     */
    public static String reported(String layer, RuntimeException bug) {
        String where = Arrays.stream(bug.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        String described = bug.getClass().getName() + where;
        System.err.println("the " + layer + " failed: " + described);
        return described;
    }
}

package dev.gatehouse.chain.http;

import java.util.Arrays;

/** A fault in a layer itself. */
public final class Bug {
    private Bug() {}

    /**
     * Writes its kind and place to standard error, and gives them; never its message, which may quote what was sent.
     *
     * @param layer the one that failed
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

package dev.gatehouse;

/**
 * Reports to the operator what belongs to no single call. The Functions host takes each line of standard error as one log entry,
 * and its level from the word in it.
 */
final class Console {
    private Console() {}

    static void error(String text) {
        System.err.println("Gatehouse error: " + text);
    }

    static void warning(String text) {
        System.err.println("Gatehouse warning: " + text);
    }
}

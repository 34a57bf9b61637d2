package dev.gatehouse.worker;

/** A function that does not run, or whose answer does not leave the worker. The host writes the message to its log. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String function, String cause, String remedy) {
        super("Gatehouse error: function " + function + " was refused: " + cause + ". To fix it, " + remedy + ".");
    }
}

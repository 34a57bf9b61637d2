package dev.gatehouse.worker;

/** A function that does not run, or whose answer does not leave the worker. The host writes the message to its log. */
final class FunctionRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    FunctionRefusedException(String function, String cause, String remedy) {
        super("Gatehouse error: function " + function + " was refused: " + cause + ". To fix it, " + remedy + ".");
    }
}

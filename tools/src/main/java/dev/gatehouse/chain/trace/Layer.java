package dev.gatehouse.chain.trace;

/** The layers a call passes, in order. */
public enum Layer {
    ENTRA("Entra"),
    GATEWAY("gateway"),
    EASY_AUTH("Easy Auth"),
    HOST("host"),
    GUARD("guard"),
    FUNCTION("function");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    /** The layer's name in messages. */
    public String title() {
        return title;
    }
}

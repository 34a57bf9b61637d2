package dev.gatehouse.doctor.probe;

import java.util.Locale;

/** The two addresses that anybody can call. */
public enum Door {
    GATEWAY("gateway", "Ocp-Apim-Subscription-Key", "--subscription-key-env NAME"),
    FUNCTION_APP("function app", "x-functions-key", "--key-env NAME");

    private final String title;
    private final String keyHeader;
    private final String keyOption;

    Door(String title, String keyHeader, String keyOption) {
        this.title = title;
        this.keyHeader = keyHeader;
        this.keyOption = keyOption;
    }

    /** How rows of this door are named. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
    }

    String title() {
        return title;
    }

    String keyHeader() {
        return keyHeader;
    }

    /** How the command is given its key. */
    String keyOption() {
        return keyOption;
    }
}

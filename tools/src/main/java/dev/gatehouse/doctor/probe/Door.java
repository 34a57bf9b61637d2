package dev.gatehouse.doctor.probe;

import java.util.Locale;

/** The two public endpoints of a deployment. */
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

    /** The prefix of the names of this endpoint's rows. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
    }

    String title() {
        return title;
    }

    String keyHeader() {
        return keyHeader;
    }

    /** The command line option for its key. */
    String keyOption() {
        return keyOption;
    }
}

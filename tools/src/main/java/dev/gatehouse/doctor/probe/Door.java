package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Question;
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

    /** A row of this endpoint; the name of the endpoint is the first part of the row's. */
    Question question(String name, String caller, String expected, String proves) {
        String prefix = name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        return new Question(prefix + name, title, caller, expected, proves);
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

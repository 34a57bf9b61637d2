package dev.gatehouse.taskhub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/** Why something failed, in a form that is safe to show: one line, without stack trace, replay state, token or key. */
final class FailureReason {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_LENGTH = 300;

    /** After this marker, workers of other languages write the whole state, including inputs. */
    private static final String STATE = "$OutOfProcData$";

    private FailureReason() {}

    static @Nullable String of(Payload payload) {
        if (payload.blob() != null) {
            return "kept in the blob " + payload.blob();
        }
        return payload.text() == null ? null : shown(payload.text());
    }

    /** A failed step has its reason in {@code FailureDetails} (JSON), or, in older versions, in {@code Reason}. */
    static @Nullable String of(TableRow event) {
        Payload details = Payload.of(event, "FailureDetails");
        String text = details.text();
        return text == null ? of(details.blob() != null ? details : Payload.of(event, "Reason")) : ofDetails(text);
    }

    private static String ofDetails(String details) {
        try {
            JsonNode failure = JSON.readTree(details);
            String type = failure.path("ErrorType").asText();
            String message = failure.path("ErrorMessage").asText();
            return shown(type.isEmpty() ? message : type + ": " + message);
        } catch (JsonProcessingException unreadable) {
            return "FailureDetails is not JSON";
        }
    }

    private static String shown(String text) {
        int state = text.indexOf(STATE);
        String line = (state < 0 ? text : text.substring(0, state))
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        String hidden = Redaction.hidden(line.length() > 4 * MAX_LENGTH ? line.substring(0, 4 * MAX_LENGTH) : line);
        return hidden.length() > MAX_LENGTH ? hidden.substring(0, MAX_LENGTH) + "..." : hidden.strip();
    }
}

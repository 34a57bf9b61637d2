package dev.gatehouse.chain.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.token.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the layer that sent a response: each layer refuses calls in a different format.
 *
 * @param layer that answered; empty when the format is not one of a layer
 * @param reason the layer's reason, if the response contains one; otherwise empty
 */
public record AnswerShape(Optional<Layer> layer, String reason) {
    /** The gateway's reason for a call with a missing or wrong subscription key. */
    public static final String SUBSCRIPTION_KEY = "subscription-key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUARD_FAILED = "internal-error";
    private static final String PROBLEM = "urn:gatehouse:problem:";
    private static final String EASY_AUTH_PAGE = "You do not have permission to view this directory or page";

    public static AnswerShape of(Response response) {
        String type = response.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/problem+json")) {
            return problem(response);
        }
        if (response.status() < 400) {
            return by(response.status() < 300 ? Layer.FUNCTION : null, "");
        }
        if (response.body().length == 0) {
            return ofTheHost(response);
        }
        return isEasyAuth(response) ? by(Layer.EASY_AUTH, "") : gateway(response);
    }

    /** A response of the guard, or of a function after the guard admitted the caller. */
    private static AnswerShape problem(Response response) {
        String type = json(response).path("type").asText();
        if (!type.startsWith(PROBLEM)) {
            return by(null, "");
        }
        String code = type.substring(PROBLEM.length());
        boolean isTheGuards = code.equals(GUARD_FAILED)
                || Arrays.stream(Reason.values())
                        .anyMatch(reason -> reason.code().equals(code));
        return by(isTheGuards ? Layer.GUARD : Layer.FUNCTION, code);
    }

    private static AnswerShape ofTheHost(Response response) {
        boolean challenged = response.headers().has("WWW-Authenticate");
        if (response.status() == 401 && challenged) {
            return isEasyAuth(response) ? by(Layer.EASY_AUTH, "") : by(null, "");
        }
        return by(Layer.HOST, response.status() == 401 ? "function-key" : "no-answer");
    }

    private static boolean isEasyAuth(Response response) {
        return response.bodyText().contains(EASY_AUTH_PAGE)
                || response.headers().all("WWW-Authenticate").stream()
                        .anyMatch(challenge ->
                                challenge.contains("authorization_uri=") && challenge.contains("resource_id="));
    }

    private static AnswerShape gateway(Response response) {
        JsonNode body = json(response);
        if (!body.path("statusCode").isInt() || !body.path("message").isTextual()) {
            return by(null, "");
        }
        String message = body.path("message").asText();
        return by(
                Layer.GATEWAY,
                message.toLowerCase(Locale.ROOT).contains("subscription key") ? SUBSCRIPTION_KEY : message);
    }

    private static JsonNode json(Response response) {
        try {
            JsonNode read = JSON.readTree(response.body());
            return read == null ? JSON.missingNode() : read;
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** The response in a row of the table of calls. */
    public Answer answer(int status) {
        return new Answer(String.valueOf(status), layer.map(Layer::title).orElse("unknown server"), reason);
    }

    private static AnswerShape by(@Nullable Layer layer, String reason) {
        return new AnswerShape(Optional.ofNullable(layer), reason);
    }
}

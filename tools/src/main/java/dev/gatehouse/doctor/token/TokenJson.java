package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.redaction.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON that contains a token: responses of Entra, the Azure CLI, PowerShell and Easy Auth's {@code /.auth/me}. */
final class TokenJson {
    private static final List<String> TOKENS = List.of("access_token", "accesstoken", "token");
    private static final List<String> OTHERS = List.of("id_token", "refresh_token", "idtoken", "refreshtoken");

    private TokenJson() {}

    static PastedInput read(String text) {
        Optional<JsonNode> json = GivenJson.container(text);
        if (json.isEmpty()) {
            return new PastedInput.NoToken("the input starts like JSON, but is not valid JSON");
        }
        JsonNode answer = json.get().isArray() ? json.get().path(0) : json.get();
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            if (is(TOKENS, member)) {
                return PastedInput.ofText(
                        member.getValue().asText(),
                        List.of("The input was a whole token response (JSON): its " + Redaction.of(member.getKey())
                                + " was used."));
            }
        }
        return new PastedInput.NoToken(whatElse(answer));
    }

    private static String whatElse(JsonNode answer) {
        if (answer.has("error")) {
            return "this is an error response, not a token: "
                    + Redaction.of(answer.path("error").asText() + " "
                            + answer.path("error_description").asText());
        }
        return answer.properties().stream().anyMatch(member -> is(OTHERS, member))
                ? "this is JSON with an ID token or a refresh token, but without access_token: neither of them opens an"
                        + " API"
                : "this is JSON without access_token";
    }

    private static boolean is(List<String> names, Map.Entry<String, JsonNode> member) {
        return names.contains(member.getKey().toLowerCase(java.util.Locale.ROOT))
                && member.getValue().isTextual();
    }
}

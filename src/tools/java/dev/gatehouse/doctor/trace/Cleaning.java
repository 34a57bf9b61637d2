package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes tokens, keys and secrets out of JSON: by the names of headers and members, and by what texts look like. */
public final class Cleaning {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)((proxy-)?authorization|set-cookie2?|cookies?|x-functions-key|x-functions-clientid|(ocp-apim-)?subscription-key|(x-)?api-key"
                    + "|apim-debug-authorization|x-zumo-auth|x-arr-ssl|x-ms-token-[\\w-]*|x-ms-client-principal[\\w-]*|code|sig|sas|pwd"
                    + "|.*(secret|password|passwd|pass|assertion|signature|connection-?string)|(access|refresh|id|bearer)?[_-]?token"
                    + "|.*(account|access|shared|function|host|master|primary|secondary|storage|instrumentation)[_-]?key|key|keys)");

    /** Identifiers that look like keys and are none; without them a trace cannot be found again. */
    private static final Set<String> IDENTIFIERS = Set.of(
            "traceid",
            "id",
            "requestid",
            "request-id",
            "traceparent",
            "operationid",
            "x-request-id",
            "kid",
            "apim-trace-id");

    private static final String REDACTED = "[redacted]";

    private Cleaning() {}

    public static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> clean.add(of(each)));
            return clean;
        }
        return node.isTextual() ? TextNode.valueOf(SecretsInText.hidden(node.asText())) : node;
    }

    private static ObjectNode object(ObjectNode object) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        String named = object.path("name").asText("");
        for (var member : object.properties()) {
            String name = member.getKey();
            String meaning = name.equalsIgnoreCase("value") && !named.isEmpty() ? named : name;
            clean.set(SecretsInText.hidden(name), member(meaning, member.getValue()));
        }
        return clean;
    }

    private static JsonNode member(String name, JsonNode value) {
        if (SECRET_NAME.matcher(name).matches()) {
            return secret(value);
        }
        boolean identifier = IDENTIFIERS.contains(name.toLowerCase(java.util.Locale.ROOT))
                && value.isTextual()
                && value.asText().matches("[\\w-]{1,80}");
        return identifier ? value : of(value);
    }

    /** Of a token the claims stay; what is nested below a secret name has names of its own. */
    private static JsonNode secret(JsonNode value) {
        if (value.isContainerNode()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            if (value.isArray()) {
                value.forEach(each -> list.add(secret(each)));
                return list;
            }
            return of(value);
        }
        return value.isNull() || value.isBoolean() || value.isNumber() // a status has the name code
                ? value
                : TextNode.valueOf(SecretsInText.claimsOf(value.asText()).orElse(REDACTED));
    }
}

package dev.gatehouse.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.input.GivenJson;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes tokens, keys and secrets from JSON: by the names of headers and members, and by the form of texts. */
final class SecretsInJson {
    /** Identifiers that look like keys but are not; without them a trace cannot be found again. */
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

    /** The length of a key's thumbprint, or a traceparent. */
    private static final Pattern IDENTIFIER = Pattern.compile("[\\w-]{1,43}|00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** Members of an object that hold a name and its value. */
    private static final Set<String> NAMING =
            Set.of("name", "key", "header", "headername", "parameter", "variable", "field");

    private static final Set<String> NAMED = Set.of("value", "values", "content", "val");

    /** A status or the name of an error; a function key or an authorization code has digits among its letters. */
    private static final Pattern ERROR_CODE = Pattern.compile("[1-5]\\d\\d|[A-Z][A-Za-z]{2,40}");

    /** The private members of a JSON Web Key (RFC 7518, section 6). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** The claims of a parsed token, at any depth. */
    private static final Set<String> CLAIMS =
            Set.of("ver", "iss", "aud", "tid", "azp", "appid", "oid", "sub", "roles", "scp");

    /** Replacement texts for a value. */
    private static final Set<String> REMARKS = Set.of("deleted", Redactor.HIDDEN);

    private SecretsInJson() {}

    static JsonNode hidden(JsonNode node) {
        return clean(node, false);
    }

    /** @param secret whether the name of an enclosing member marks it as secret */
    private static JsonNode clean(JsonNode node, boolean secret) {
        if (node instanceof ObjectNode object) {
            return object(object, secret);
        }
        if (node instanceof ArrayNode array) {
            return array(array, secret);
        }
        if (secret) {
            return node.isNull() || node.isBoolean() ? node : hidden(node.asText());
        }
        return node.isTextual() ? TextNode.valueOf(text(node.asText())) : node;
    }

    /** The claims of a token stay. */
    private static JsonNode hidden(String text) {
        return TextNode.valueOf(
                REMARKS.contains(text)
                        ? text
                        : SecretsInText.token(text).flatMap(ShownToken::words).orElse(Redactor.HIDDEN));
    }

    /** JSON inside a text is examined by its own names. */
    private static String text(String text) {
        boolean likeJson = text.startsWith("{") || text.startsWith("[");
        return (likeJson ? GivenJson.container(text) : Optional.<JsonNode>empty())
                .map(json -> hidden(json).toString())
                .orElseGet(() -> Redactor.PASTED.text(text));
    }

    private static JsonNode array(ArrayNode array, boolean secret) {
        boolean pair = array.size() == 2
                && array.get(0).isTextual()
                && SecretNames.isOne(array.get(0).asText());
        ArrayNode clean = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            clean.add(clean(array.get(i), secret || pair && i == 1));
        }
        return clean;
    }

    private static JsonNode object(ObjectNode object, boolean secret) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        boolean pair = object.properties().stream().anyMatch(member -> is(NAMED, member.getKey()));
        boolean names = pair
                && object.properties().stream()
                        .anyMatch(member -> is(NAMING, member.getKey())
                                && SecretNames.isOne(member.getValue().asText()));
        boolean key = object.has("kty");
        for (var member : object.properties()) {
            String name = member.getKey();
            boolean naming = pair && is(NAMING, name);
            boolean hides =
                    SecretNames.isOne(name) && !naming || names && is(NAMED, name) || key && PRIVATE.contains(name);
            clean.set(
                    Redactor.PASTED.text(name),
                    member(name, member.getValue(), hides || secret && !CLAIMS.contains(name)));
        }
        return clean;
    }

    private static JsonNode member(String name, JsonNode value, boolean secret) {
        boolean stays = name.equalsIgnoreCase("code")
                ? ERROR_CODE.matcher(value.asText()).matches()
                : is(IDENTIFIERS, name)
                        && value.isTextual()
                        && IDENTIFIER.matcher(value.asText()).matches();
        return stays ? value : clean(value, secret);
    }

    private static boolean is(Set<String> names, String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}

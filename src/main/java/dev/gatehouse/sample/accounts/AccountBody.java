package dev.gatehouse.sample.accounts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.sample.http.JsonCodec;
import dev.gatehouse.sample.http.Problem;
import dev.gatehouse.sample.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a provisioning request, checked field by field. */
sealed interface AccountBody {
    record Valid(Account account) implements AccountBody {}

    record Faulty(Problem problem) implements AccountBody {}

    Pattern MEDIA_TYPE = Pattern.compile("application/([a-z0-9.-]+\\+)?json(\\s*;.*)?");
    Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    Set<String> FIELDS = Set.of("id", "displayName");
    int MAX_UNKNOWN = 20; // named in an answer: it must not grow with the body
    Pattern SHOWN_NAME = Pattern.compile("[ -~]{0,30}"); // keys, tokens and secrets are longer
    Pattern DISPLAY_NAME = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]{1,100}");

    static AccountBody in(HttpRequestMessage<Optional<String>> request) {
        String body =
                Optional.ofNullable(request.getBody()).flatMap(text -> text).orElse("");
        if (body.isEmpty() && header(request, "content-length").isEmpty()) {
            return new Faulty(Problem.of(Problem.Type.LENGTH_REQUIRED));
        }
        if (header(request, "content-type").filter(AccountBody::isJson).isEmpty()) {
            return new Faulty(Problem.of(Problem.Type.MEDIA_TYPE_UNSUPPORTED));
        }
        try {
            return read(body.isBlank() ? null : JsonCodec.read(body));
        } catch (JsonProcessingException notJson) {
            return faulty(new FieldError("", "is not JSON, or names a field twice" + place(notJson.getLocation())));
        }
    }

    /** The Functions host lower-cases the names of headers; other hosts may not. */
    private static Optional<String> header(HttpRequestMessage<?> request, String name) {
        return request.getHeaders().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static boolean isJson(String mediaType) {
        return MEDIA_TYPE.matcher(mediaType.toLowerCase(Locale.ROOT)).matches();
    }

    private static AccountBody read(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> body)) {
            return faulty(new FieldError("", "must be a JSON object"));
        }
        List<FieldError> errors = new ArrayList<>();
        String id = text(body, "id", ID, "1 to 63 lower-case letters, digits and hyphens, a letter first", errors);
        String name = text(body, "displayName", DISPLAY_NAME, "1 to 100 characters", errors);
        List<String> unknown = body.keySet().stream()
                .map(Object::toString)
                .filter(field -> !FIELDS.contains(field))
                .toList();
        unknown.stream().limit(MAX_UNKNOWN).map(AccountBody::unknown).forEach(errors::add);
        if (unknown.size() > MAX_UNKNOWN) {
            errors.add(new FieldError("", "more fields that are not known here: " + (unknown.size() - MAX_UNKNOWN)));
        }
        return errors.isEmpty()
                ? new Valid(new Account(id, name))
                : new Faulty(new Problem(Problem.Type.BODY_INVALID, errors));
    }

    /** As a JSON Pointer with its escapes; a name that may be a key or a token is not sent back. */
    private static FieldError unknown(String field) {
        return SHOWN_NAME.matcher(field).matches()
                ? new FieldError(
                        "/" + field.replace("~", "~0").replace("/", "~1"),
                        "is not known here; known are id and displayName")
                : new FieldError(
                        "", "has a field that is not known here, its name of " + field.length() + " characters");
    }

    private static String text(Map<?, ?> body, String field, Pattern form, String expected, List<FieldError> errors) {
        if (body.get(field) instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        errors.add(new FieldError("/" + field, "must be text of " + expected));
        return "";
    }

    private static Faulty faulty(FieldError error) {
        return new Faulty(new Problem(Problem.Type.BODY_INVALID, List.of(error)));
    }
}

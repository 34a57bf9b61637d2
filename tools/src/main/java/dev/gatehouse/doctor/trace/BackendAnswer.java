package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.trace.Layer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The layer behind the gateway that refused a call, by what a trace shows of its response: status, reason and headers.
 *
 * @param layer empty when no layer has this format
 * @param reason for which a fix is known
 */
record BackendAnswer(Optional<Layer> layer, String reason) {
    /** Easy Auth's own id of a request (seen in its responses). */
    private static final String EASY_AUTH = "x-ms-middleware-request-id";

    private static final String FORBIDDEN_IP = "x-ms-forbidden-ip";

    static BackendAnswer of(int status, String phrase, Headers headers) {
        List<String> challenges = headers.all("WWW-Authenticate");
        if (isOfEasyAuth(status, challenges, headers)) {
            return new BackendAnswer(Optional.of(Layer.EASY_AUTH), status == 403 ? "backend-403" : "backend-401");
        }
        if (status == 403 && (headers.has(FORBIDDEN_IP) || spaceless(phrase).contains("ipforbidden"))) {
            return new BackendAnswer(Optional.of(Layer.HOST), "ip-forbidden");
        }
        if (status == 403 && spaceless(phrase).matches(".*(sitedisabled|webapp.*unavailable|sitestopped).*")) {
            return new BackendAnswer(Optional.of(Layer.HOST), "site-stopped");
        }
        if (isProblem(headers) || challenges.stream().anyMatch(BackendAnswer::isOfAnApi)) {
            return new BackendAnswer(Optional.of(Layer.FUNCTION), "backend-refused");
        }
        boolean isEmpty = headers.first("Content-Length").filter("0"::equals).isPresent();
        return isEmpty && challenges.isEmpty() ? ofHost(status) : new BackendAnswer(Optional.empty(), "backend-status");
    }

    private static boolean isOfEasyAuth(int status, List<String> challenges, Headers headers) {
        boolean named = challenges.stream()
                .anyMatch(each -> each.contains("authorization_uri=") && each.contains("resource_id="));
        return named || (status == 401 || status == 403) && headers.has(EASY_AUTH);
    }

    /** RFC 6750 §3, as an API that checks tokens itself sends it. */
    private static boolean isOfAnApi(String challenge) {
        return challenge.toLowerCase(Locale.ROOT).startsWith("bearer")
                && (challenge.strip().length() == "bearer".length() || challenge.contains("error="));
    }

    private static boolean isProblem(Headers headers) {
        return headers.first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/problem+json"))
                .isPresent();
    }

    /** All with an empty body; only the status tells them apart. */
    private static BackendAnswer ofHost(int status) {
        return Stream.of(401, 404, 500, 503)
                .filter(each -> each == status)
                .map(each -> new BackendAnswer(Optional.of(Layer.HOST), "answered-" + each))
                .findFirst()
                .orElse(new BackendAnswer(Optional.empty(), "backend-status"));
    }

    private static String spaceless(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}

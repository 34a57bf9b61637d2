package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The caller that a gateway speaks for, in the flow in which it calls with an identity of its own. It comes in headers that
 * the gateway overrides, and is believed from that gateway's identity alone.
 *
 * @param client id of the application that called the gateway
 * @param objectId of the user or service principal that called it
 * @param roles from the token that the gateway checked
 * @param scopes the same; empty unless a user calls
 */
public record DelegatedCaller(String client, String objectId, List<String> roles, List<String> scopes) {
    private static final String PREFIX = "X-Gatehouse-Caller-";
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ,]+");

    public DelegatedCaller {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
    }

    /** A user calls through an application with scopes; an application alone has none. */
    public boolean isUser() {
        return !scopes.isEmpty();
    }

    /** Empty when the headers do not name one application and one principal. */
    static Optional<DelegatedCaller> in(HttpRequestMessage<?> request) {
        return said(value(request, "App"), value(request, "Oid"), value(request, "Roles"), value(request, "Scopes"));
    }

    /** The same of the headers' values, each empty where there is none. */
    public static Optional<DelegatedCaller> said(String client, String objectId, String roles, String scopes) {
        return GUID.matcher(client).matches() && GUID.matcher(objectId).matches()
                ? Optional.of(new DelegatedCaller(client, objectId, list(roles), list(scopes)))
                : Optional.empty();
    }

    private static List<String> list(String value) {
        return Arrays.stream(SEPARATORS.split(value))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String value(HttpRequestMessage<?> request, String name) {
        List<String> values = RequestFields.header(request, PREFIX + name);
        return values.size() == 1 ? values.get(0) : "";
    }
}

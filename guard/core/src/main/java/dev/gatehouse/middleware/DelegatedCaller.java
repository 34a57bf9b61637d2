package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.guid.Guid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The caller on whose behalf a gateway calls, in the flow in which it uses its own identity. It comes in headers that
 * the gateway overrides, and is believed from that gateway's identity alone.
 *
 * @param client id of the application that called the gateway
 * @param objectId of the user or service principal that called it
 * @param roles from the token that the gateway checked
 * @param scopes the same; empty unless a user calls
 */
public record DelegatedCaller(String client, String objectId, List<String> roles, List<String> scopes) {
    private static final String PREFIX = "X-Gatehouse-Caller-";

    public DelegatedCaller {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
    }

    /** A user calls through an application with scopes; an application alone has none. */
    public boolean isUser() {
        return !scopes.isEmpty();
    }

    /** Empty when the headers do not name one application and one principal, or one of the headers came twice. */
    static Optional<DelegatedCaller> in(HttpRequestMessage<?> request) {
        List<String> values = new ArrayList<>();
        for (String name : List.of("App", "Oid", "Roles", "Scopes")) {
            List<String> sent = RequestFields.header(request, PREFIX + name);
            if (sent.size() > 1) {
                return Optional.empty();
            }
            values.add(sent.isEmpty() ? "" : sent.get(0));
        }
        return said(values.get(0), values.get(1), values.get(2), values.get(3));
    }

    /**
     * The same of the headers' values, each empty where it is missing. Hosts join a header that came twice with a comma, so none of
     * the four has one: roles and scopes are separated by single spaces, as in {@code scp} (RFC 8693 §4.2).
     */
    public static Optional<DelegatedCaller> said(String client, String objectId, String roles, String scopes) {
        List<String> roleList = list(roles);
        List<String> scopeList = list(scopes);
        boolean areSound = Guid.isLowerCase(client)
                && Guid.isLowerCase(objectId)
                && areDifferentWords(roleList)
                && areDifferentWords(scopeList);
        return areSound ? Optional.of(new DelegatedCaller(client, objectId, roleList, scopeList)) : Optional.empty();
    }

    private static List<String> list(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(" ", -1));
    }

    private static boolean areDifferentWords(List<String> items) {
        return new HashSet<>(items).size() == items.size()
                && items.stream().noneMatch(item -> item.isEmpty() || item.contains(","));
    }
}

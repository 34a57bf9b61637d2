package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Jwt;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.secrets.Redactor;
import dev.gatehouse.secrets.ShownToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy's changes to a call: tokens are shown by their claims, keys not at all. */
final class Changes {
    private static final String BEARER = "bearer ";

    private final Map<String, Object> found = new LinkedHashMap<>();

    private Changes() {}

    static Map<String, Object> between(Exchange before, Exchange after) {
        Changes changes = new Changes();
        changes.headers(
                "request header ", before.request().headers(), after.request().headers());
        changes.query(before.request().query(), after.request().query());
        changes.variables(before.context().variables(), after.context().variables());
        if (!before.backend().equals(after.backend())) {
            after.backend()
                    .ifPresent(to -> changes.found.put("backend", to.backend().url()));
        }
        changes.response(before, after);
        return changes.found;
    }

    private void response(Exchange before, Exchange after) {
        if (before.response().isEmpty()) {
            after.response().ifPresent(answer -> found.put("answer", answer.status()));
            return;
        }
        headers(
                "answer header ",
                before.response().get().headers(),
                after.response().map(Response::headers).orElse(Headers.none()));
    }

    private void headers(String kind, Headers before, Headers after) {
        if (before.equals(after)) {
            return;
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(before.asMap().keySet());
        names.addAll(after.asMap().keySet());
        names.stream()
                .filter(name -> !before.all(name).equals(after.all(name)))
                .forEach(name -> found.put(kind + name, after.has(name) ? shown(name, after.all(name)) : "deleted"));
    }

    private static Object shown(String name, List<String> values) {
        String value = String.join(",", values);
        boolean bearer = name.equalsIgnoreCase("Authorization")
                && value.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return bearer ? ShownToken.details(value.substring(BEARER.length())) : Redactor.TRACE.value(name, value);
    }

    private void query(QueryString before, QueryString after) {
        if (!before.equals(after)) {
            Set<String> gone = names(before);
            gone.removeAll(names(after));
            found.put("query parameters deleted", gone);
        }
    }

    private static Set<String> names(QueryString query) {
        return query.parameters().stream()
                .map(QueryString.Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void variables(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        new TreeSet<>(after.keySet()).forEach(name -> {
            Object value = after.get(name);
            if (!before.containsKey(name) || !Objects.equals(value, before.get(name))) {
                found.put(
                        "variable " + name,
                        value instanceof Jwt jwt
                                ? DecidingClaims.of(jwt)
                                : Redactor.TRACE.value(name, String.valueOf(value)));
            }
        });
    }
}

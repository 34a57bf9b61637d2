package dev.gatehouse.local.gateway;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an operation asks of a validated token, as the C# that fills the one placeholder of {@code operation.xml}: a
 * token with {@code scp} needs one of the scopes, a token without needs one of the roles.
 */
public record Requirement(List<String> roles, List<String> scopes) {
    /** The text in {@code operation.xml} that {@link #expression} replaces. */
    public static final String PLACEHOLDER = "__REQUIREMENT__";

    private static final String CLAIMS = "((Jwt)context.Variables[\"token\"]).Claims";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]+");

    public Requirement {
        roles = named(roles);
        scopes = named(scopes);
    }

    /** The expression, fit for an attribute in single quotes; an empty list of alternatives is {@code false}. */
    public String expression() {
        String scope = anyOf(scopes, CLAIMS + ".GetValueOrDefault(\"scp\", \"\").Split()");
        String role = anyOf(roles, CLAIMS + "[\"roles\"]");
        return CLAIMS + ".ContainsKey(\"scp\") ? (" + scope + ") : (" + CLAIMS + ".ContainsKey(\"roles\") ? (" + role
                + ") : false)";
    }

    /** A policy document with its placeholder filled. */
    public String in(String document) {
        return document.replace(PLACEHOLDER, expression());
    }

    private static String anyOf(List<String> names, String list) {
        return names.isEmpty()
                ? "false"
                : names.stream()
                        .map(name -> list + ".Contains(\"" + name + "\")")
                        .collect(Collectors.joining(" || "));
    }

    private static List<String> named(List<String> names) {
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("a role or scope has characters that cannot stand in a policy: " + name);
        });
        return List.copyOf(names);
    }
}

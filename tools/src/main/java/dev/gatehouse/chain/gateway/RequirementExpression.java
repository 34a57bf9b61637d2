package dev.gatehouse.chain.gateway;

import dev.gatehouse.contract.Requirement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation's requirement for a validated token, as the C# expression for the placeholder in {@code operation.xml}: a
 * token with {@code scp} needs one of the scopes and, where any are listed, one of the users' roles; a token without needs one
 * of the apps' roles.
 */
public record RequirementExpression(Requirement requirement) {
    /** The text in {@code operation.xml} that {@link #text} replaces. */
    public static final String PLACEHOLDER = "__REQUIREMENT__";

    private static final String CLAIMS = "((Jwt)context.Variables[\"token\"]).Claims";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]+");

    public RequirementExpression {
        Stream.of(requirement.appRoles(), requirement.userRoles(), requirement.scopes())
                .flatMap(List::stream)
                .filter(name -> !NAME.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "a role or scope contains characters that are not allowed in a policy: " + name);
                });
    }

    /**
     * The expression for an attribute in single quotes, so without {@code &&}: an ampersand is malformed there, and entities are
     * reported to fail in API Management. An empty list of alternatives is {@code false}.
     */
    public String text() {
        String scope = anyOf(requirement.scopes(), CLAIMS + ".GetValueOrDefault(\"scp\", \"\").Split()");
        String ofUser = requirement.userRoles().isEmpty()
                ? scope
                : "(" + scope + ") ? " + role(requirement.userRoles()) + " : false";
        return CLAIMS + ".ContainsKey(\"scp\") ? (" + ofUser + ") : " + role(requirement.appRoles());
    }

    /** A policy document with its placeholder replaced. */
    public String in(String document) {
        return document.replace(PLACEHOLDER, text());
    }

    private static String role(List<String> roles) {
        return "(" + CLAIMS + ".ContainsKey(\"roles\") ? (" + anyOf(roles, CLAIMS + "[\"roles\"]") + ") : false)";
    }

    private static String anyOf(List<String> names, String list) {
        return names.isEmpty()
                ? "false"
                : names.stream()
                        .map(name -> list + ".Contains(\"" + name + "\")")
                        .collect(Collectors.joining(" || "));
    }
}

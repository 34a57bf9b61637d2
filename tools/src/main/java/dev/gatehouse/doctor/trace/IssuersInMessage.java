package dev.gatehouse.doctor.trace;

import dev.gatehouse.doctor.token.IssuerForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The issuers that a message about a refused issuer names (IDX10205, IDX40001): the token's, and those that the validator
 * accepts. Some versions hide them.
 */
record IssuersInMessage(String actual, List<String> accepted) {
    private static final Pattern ISSUER = Pattern.compile("(?i)\\bissuer:? '(https://[^']+)'");
    private static final Pattern URL = Pattern.compile("https://[^\\s'\",]+");

    static Optional<IssuersInMessage> in(String text) {
        Matcher issuer = ISSUER.matcher(text);
        if (!issuer.find()) {
            return Optional.empty();
        }
        String actual = issuer.group(1);
        List<String> accepted = URL.matcher(text.substring(issuer.end()))
                .results()
                .map(found -> found.group())
                .filter(url -> IssuerForm.of(url).isPresent())
                .toList();
        return Optional.of(new IssuersInMessage(actual, accepted));
    }

    /**
     * What differs: {@code version-not-accepted} for another version of an accepted tenant, {@code tenant-not-allowed} for
     * another tenant of Entra; empty where that cannot be told.
     */
    Optional<String> reason() {
        Optional<IssuerForm> token = IssuerForm.of(actual);
        List<IssuerForm> others =
                accepted.stream().flatMap(each -> IssuerForm.of(each).stream()).toList();
        if (token.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        boolean sameTenant = others.stream()
                .anyMatch(each -> each.tenant().equalsIgnoreCase(token.get().tenant()));
        if (!sameTenant) {
            return Optional.of("tenant-not-allowed");
        }
        return others.stream().noneMatch(each -> each.version() == token.get().version())
                ? Optional.of("version-not-accepted")
                : Optional.empty();
    }
}

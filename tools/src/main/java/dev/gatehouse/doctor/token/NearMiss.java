package dev.gatehouse.doctor.token;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A configured value that is almost the token's: the same but for case, a slash or a prefix, or another id of the same caller.
 *
 * @param id names the kind of difference
 * @param says what differs
 */
public record NearMiss(String id, String says, String fix) {
    private static final Set<String> ENVIRONMENTS = Set.of(
            "dev",
            "develop",
            "development",
            "test",
            "tst",
            "qa",
            "uat",
            "int",
            "integration",
            "stage",
            "staging",
            "stg",
            "pre",
            "preprod",
            "prod",
            "prd",
            "production",
            "live",
            "sandbox",
            "sbx",
            "demo");

    /** For the audience of a token that is not at hand itself. */
    public static Optional<NearMiss> ofAudience(String audience, List<String> configured) {
        return first(configured, value -> ofAudience(audience, value));
    }

    /** The nearest of several; empty where none is near. */
    static Optional<NearMiss> of(Reason reason, UnverifiedJwt token, List<String> configured) {
        return switch (reason) {
            case AUDIENCE_MISMATCH ->
                token.text("aud").flatMap(audience -> first(configured, value -> ofAudience(audience, value)));
            case CLIENT_NOT_ALLOWED ->
                token.client().flatMap(client -> first(configured, value -> ofClient(token, client, value)));
            case PRINCIPAL_NOT_ALLOWED ->
                token.text("oid").flatMap(oid -> first(configured, value -> ofPrincipal(token, oid, value)));
            case ISSUER_MISMATCH ->
                token.text("iss").flatMap(issuer -> first(configured, value -> ofIssuer(issuer, value)));
            default -> Optional.empty();
        };
    }

    private static Optional<NearMiss> first(List<String> configured, Function<String, Optional<NearMiss>> difference) {
        return configured.stream()
                .flatMap(value -> difference.apply(value).stream())
                .findFirst();
    }

    private static Optional<NearMiss> ofAudience(String audience, String value) {
        Optional<NearMiss> spelling = ofSpelling("aud", audience, value);
        if (spelling.isPresent()) {
            return spelling;
        }
        if (value.equals(audience + "/.default")) {
            return Optional.of(new NearMiss(
                    "scope-as-audience",
                    "the configured audience " + value + " is a scope: no token has /.default in aud",
                    "Write " + audience + " as the audience, without /.default."));
        }
        if (audience.startsWith("spn:") && audience.substring(4).equals(value)) {
            return Optional.of(new NearMiss(
                    "spn-audience",
                    "aud is the client id with the old prefix spn:, as old libraries and version 1 requests write it",
                    "Request the token for " + value + "/.default at the version 2 endpoint, without spn:."));
        }
        String id = audience.replaceFirst("^(api://|spn:)", "");
        String other = value.replaceFirst("^api://", "");
        if (Guid.matches(id) && id.equals(other)) {
            return Optional.of(new NearMiss(
                    "uri-against-client-id",
                    "aud is " + audience + ", but the layer expects " + value
                            + ": a version 1 token has the name that the client requested, a version 2 token always the client id",
                    Guid.matches(audience)
                            ? "Let this layer expect the client id " + audience + " of the same registration."
                            : "Set api.requestedAccessTokenVersion to 2 on the API's registration, so that aud is always the"
                                    + " client id " + id + ", and let every layer expect that."));
        }
        return isOfAnotherEnvironment(audience, value)
                ? Optional.of(new NearMiss(
                        "another-environment",
                        "aud is " + audience + ", the name of another environment than " + value,
                        "Request a token for " + value
                                + "/.default: the client is configured for the other environment."))
                : Optional.empty();
    }

    private static Optional<NearMiss> ofClient(UnverifiedJwt token, String client, String value) {
        if (token.text("oid").filter(value::equalsIgnoreCase).isPresent()) {
            return Optional.of(new NearMiss(
                    "object-id-as-client-id",
                    "the list has " + value + ", which is this caller's object id (oid), not its client id",
                    "Replace it on the list by the client id " + client + "."));
        }
        if (token.text("tid").filter(value::equalsIgnoreCase).isPresent()) {
            return Optional.of(new NearMiss(
                    "tenant-id-as-client-id",
                    "the list has the tenant's id where the client's belongs",
                    "List client ids; this caller's is " + client + "."));
        }
        if (token.text("aud").filter(value::equalsIgnoreCase).isPresent()) {
            return Optional.of(new NearMiss(
                    "api-id-as-client-id",
                    "the list has the API's own id, which is the token's audience, not its client",
                    "List the ids of the clients that may call; this caller's is " + client + "."));
        }
        return ofSpelling("the client id", client, value);
    }

    private static Optional<NearMiss> ofPrincipal(UnverifiedJwt token, String oid, String value) {
        return token.client().filter(value::equalsIgnoreCase).isPresent()
                ? Optional.of(new NearMiss(
                        "client-id-as-object-id",
                        "the list has " + value + ", which is this caller's client id, not its object id (oid)",
                        "Replace it on the list by the object id " + oid + "."))
                : ofSpelling("oid", oid, value);
    }

    private static Optional<NearMiss> ofIssuer(String issuer, String value) {
        return IssuerForm.of(issuer).isPresent() ? ofSpelling("iss", issuer, value) : Optional.empty();
    }

    private static Optional<NearMiss> ofSpelling(String claim, String actual, String value) {
        if (actual.equals(value) || value.isEmpty()) {
            return Optional.empty();
        }
        if (actual.equalsIgnoreCase(value)) {
            return Optional.of(spelling("case", claim, actual, value, "in case only"));
        }
        String bare = actual.replaceFirst("/+$", "");
        return bare.equalsIgnoreCase(value.replaceFirst("/+$", ""))
                ? Optional.of(spelling("trailing-slash", claim, actual, value, "by a slash at the end only"))
                : Optional.empty();
    }

    private static NearMiss spelling(String id, String claim, String actual, String value, String how) {
        return new NearMiss(
                id,
                claim + " is " + actual + " and the configured value is " + value + ": they differ " + how,
                "Write the configured value exactly as the token has it: " + actual + ".");
    }

    /** Two names that differ in one word, which names an environment in both. */
    private static boolean isOfAnotherEnvironment(String one, String other) {
        List<String> ours = words(one);
        List<String> theirs = words(other);
        if (ours.size() != theirs.size() || Guid.in(one).find()) {
            return false;
        }
        List<Integer> different = Stream.iterate(0, i -> i + 1)
                .limit(ours.size())
                .filter(i -> !ours.get(i).equals(theirs.get(i)))
                .toList();
        return different.stream()
                        .anyMatch(i -> ENVIRONMENTS.contains(ours.get(i)) && ENVIRONMENTS.contains(theirs.get(i)))
                && different.size() <= 2;
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
    }
}

package dev.gatehouse.doctor.token;

import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.token.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cause among all rules that refuse a token. The first refusal is often a consequence: a token of another version
 * also has another issuer and another audience. So the kind of token comes first, then tenant and version, issuer and audience,
 * then the lists, then what changes by itself.
 */
record CauseFinder(LayerConfiguration setup, UnverifiedJwt token, TokenKind kind, Remedies remedies) {
    /** What is not named here comes after the lists, in the order of the layers. */
    private static final List<Reason> ORDER = List.of(
            Reason.NOT_A_JWT,
            Reason.TOKEN_TOO_LONG,
            Reason.ALGORITHM_NOT_ALLOWED,
            Reason.TENANT_NOT_ALLOWED,
            Reason.VERSION_NOT_ACCEPTED,
            Reason.ISSUER_MISMATCH,
            Reason.AUDIENCE_MISMATCH,
            Reason.KEY_ISSUER_MISMATCH,
            Reason.KEY_UNKNOWN,
            Reason.SIGNATURE_INVALID,
            Reason.HEADER_NOT_ALLOWED,
            Reason.KEY_ID_MISSING,
            Reason.NOT_AN_ACCESS_TOKEN,
            Reason.CLAIM_MALFORMED,
            Reason.CALLER_UNCLEAR,
            Reason.CLIENT_NOT_ALLOWED,
            Reason.PRINCIPAL_NOT_ALLOWED,
            Reason.NOT_YET_VALID,
            Reason.EXPIRED);

    private record Refusal(LayerReport layer, RuleReport rule) {
        Optional<Reason> reason() {
            return rule.result().id().reason();
        }

        int rank() {
            int rank = reason().map(ORDER::indexOf).orElse(-1);
            return rank < 0 ? ORDER.size() : rank;
        }

        TokenCause cause(String id, String says, String fix) {
            return new TokenCause(id, layer.layer().title(), sentence(says), fix);
        }

        /** For what the layer's own configuration decides. */
        TokenCause ofLayer(String id, String says, String fix) {
            return new TokenCause(
                    id, layer.layer().title(), sentence(layer.layer().title() + ": " + says), fix);
        }
    }

    Optional<TokenCause> find(PastedInput.OneToken pasted, List<LayerReport> layers, List<OperationReport> operations) {
        if (pasted.fault().isPresent()) {
            return pasted.fault();
        }
        if (!kind.isForAnApi()) {
            return Optional.of(new TokenCause(
                    kind.code(),
                    "",
                    "This is not an access token for your API: " + kind.title() + ".",
                    kind.meaning()));
        }
        return refusals(layers).stream()
                .min(Comparator.comparingInt(Refusal::rank))
                .map(this::cause)
                .or(() -> new EasyAuthIssuer(setup).cause(layers))
                .or(() -> new PolicyMetadata(setup).cause(layers))
                .or(() -> ofOperations(operations));
    }

    private List<Refusal> refusals(List<LayerReport> layers) {
        List<Refusal> refusals = new ArrayList<>();
        layers.stream().filter(LayerReport::seen).forEach(layer -> layer.rules().stream()
                .filter(RuleReport::isRefused)
                .forEach(rule -> refusals.add(new Refusal(layer, rule))));
        return refusals;
    }

    private TokenCause cause(Refusal refusal) {
        Optional<Reason> reason = refusal.reason();
        if (reason.filter(Reason.TENANT_NOT_ALLOWED::equals).isPresent()) {
            return tenant(refusal);
        }
        if (reason.filter(Reason.VERSION_NOT_ACCEPTED::equals).isPresent() && isVersion()) {
            return version(refusal);
        }
        if (reason.filter(Reason.ISSUER_MISMATCH::equals).isPresent()) {
            return issuer(refusal);
        }
        return reason.flatMap(each -> NearMiss.of(each, token, refusal.rule().comparedWith()))
                .map(miss -> refusal.ofLayer(miss.id(), miss.says(), miss.fix()))
                .orElseGet(() -> plain(refusal));
    }

    private TokenCause plain(Refusal refusal) {
        RuleReport rule = refusal.rule();
        Optional<Reason> reason = refusal.reason();
        String id = reason.map(Reason::code).orElse(rule.reason());
        if (reason.filter(Reason.AUDIENCE_MISMATCH::equals).isPresent()) {
            String expected = String.join(" or ", rule.comparedWith());
            return refusal.ofLayer(
                    id,
                    "the token is for another API: aud is " + shown("aud")
                            + (expected.isEmpty() ? "" : ", expected " + expected),
                    rule.fix());
        }
        if (reason.filter(Reason.CLIENT_NOT_ALLOWED::equals).isPresent()) {
            String who = remedies.firstParty().map(name -> " (" + name + ")").orElse("");
            return refusal.ofLayer(
                    remedies.firstParty().isPresent() ? "first-party-client" : id,
                    "the client application " + token.client().orElse("without an id") + who + " is not on the list",
                    rule.fix());
        }
        return refusal.cause(
                id, reason.map(Reason::summary).orElse("the call is refused with " + rule.reason()), rule.fix());
    }

    private TokenCause tenant(Refusal refusal) {
        return refusal.cause(
                Reason.TENANT_NOT_ALLOWED.code(),
                "the token comes from another tenant (" + shown("tid") + ")",
                refusal.rule().fix());
    }

    /** Whether the token's version is known, so that only the API's registration can change it. */
    private boolean isVersion() {
        return token.text("ver")
                .filter(ver -> ver.equals("1.0") || ver.equals("2.0"))
                .isPresent();
    }

    private TokenCause version(Refusal refusal) {
        String ver = shown("ver");
        String says = "the token has version " + ver + ", but another version is expected; issuer (" + shown("iss")
                + ") and audience (" + shown("aud") + ") follow from the version";
        String fix = ver.equals("1.0")
                ? "Set api.requestedAccessTokenVersion to 2 on the API's registration (an unset value means 1); the client cannot"
                        + " choose the version. With version 2, aud is the API's client id."
                : "Let the layer expect version 2 (issuer https://login.microsoftonline.com/<tenant>/v2.0, audience: the API's"
                        + " client id): the API's registration asks for it (api.requestedAccessTokenVersion is 2).";
        return refusal.cause(
                Reason.VERSION_NOT_ACCEPTED.code(),
                says,
                fix + " " + remedies.age().untilItShows());
    }

    /** Another tenant, another cloud, or the version. */
    private TokenCause issuer(Refusal refusal) {
        Optional<IssuerForm> issuer = token.text("iss").flatMap(IssuerForm::of);
        KnownTenants known = new KnownTenants(setup);
        List<String> tenants = known.of(refusal.layer().layer());
        if (issuer.isEmpty() || tenants.isEmpty()) {
            return NearMiss.of(Reason.ISSUER_MISMATCH, token, refusal.rule().comparedWith())
                    .map(miss -> refusal.ofLayer(miss.id(), miss.says(), miss.fix()))
                    .orElseGet(() -> plain(refusal));
        }
        if (!tenants.contains(issuer.get().tenant())) {
            return refusal.ofLayer(
                    Reason.TENANT_NOT_ALLOWED.code(),
                    "the token comes from tenant " + issuer.get().tenant() + ", expected "
                            + String.join(" or ", tenants),
                    "Request the token from the right tenant, or correct the tenant's id at this layer.");
        }
        if (!known.clouds(refusal.layer().layer()).contains(issuer.get().host())) {
            return refusal.ofLayer(
                    "another-cloud",
                    "the token comes from another cloud (" + issuer.get().host() + ")",
                    "Request the token from the login service of the cloud that the layer trusts, or configure that layer for"
                            + " the cloud of the tenant.");
        }
        return version(refusal);
    }

    /** None of the examined operations admits this caller: the first reason that one gives. */
    private static Optional<TokenCause> ofOperations(List<OperationReport> operations) {
        return operations.isEmpty() || !operations.stream().allMatch(OperationReport::isRefused)
                ? Optional.empty()
                : operations.stream()
                        .flatMap(report -> report.rules().stream())
                        .filter(RuleReport::isRefused)
                        .min(Comparator.comparing(rule ->
                                rule.result().id().reason().isEmpty())) // the guard's, which says what is missing
                        .map(rule -> new TokenCause(
                                rule.result().id().reason().map(Reason::code).orElse(rule.reason()),
                                "",
                                "No operation admits this caller: it has none of the roles or scopes that one requires.",
                                rule.fix()));
    }

    private String shown(String claim) {
        return token.text(claim).map(Redaction::of).orElse("absent");
    }

    private static String sentence(String says) {
        return Character.toUpperCase(says.charAt(0)) + says.substring(1) + ".";
    }
}

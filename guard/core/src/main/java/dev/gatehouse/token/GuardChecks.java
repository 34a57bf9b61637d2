package dev.gatehouse.token;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The guard's checks of a token, in the order of {@link Reason}: up to the signature each is a gate; then all are asked. */
final class GuardChecks {
    /** By how much the issuer's clock and ours may differ. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private GuardChecks() {}

    static Checks<TokenUnderCheck> of(TokenPolicy policy, Clock clock) {
        List<Check<TokenUnderCheck>> checks = new ArrayList<>(List.of(
                header(),
                TokenChecks.oneOf(
                        Reason.VERSION_NOT_ACCEPTED,
                        "ver",
                        policy.versions().stream().map(TokenVersion::claim).collect(Collectors.toUnmodifiableSet())),
                TokenChecks.oneOf(Reason.TENANT_NOT_ALLOWED, "tid", policy.tenants()),
                TokenChecks.signature(reason -> reason),
                TokenChecks.issuer(Reason.ISSUER_MISMATCH),
                TokenChecks.audience(Reason.AUDIENCE_MISMATCH, token -> policy.audience()
                        .of(token.caller().version())),
                TokenChecks.expiry(Reason.EXPIRED, CLOCK_SKEW, clock),
                TokenChecks.startAndIssueTime(Reason.NOT_YET_VALID, CLOCK_SKEW, clock),
                accessToken(),
                callerIsClear(),
                rolesAreAList(),
                TokenChecks.client(
                        Reason.CLIENT_NOT_ALLOWED,
                        token -> token.caller().client(),
                        policy.allowList().clients())));
        policy.allowList()
                .principals()
                .ifPresent(allowed -> checks.add(TokenChecks.principal(Reason.PRINCIPAL_NOT_ALLOWED, allowed)));
        return new Checks<>(checks);
    }

    /** Always passed: a token with another header is not read. */
    private static ClaimCheck header() {
        return new ClaimCheck(
                Reason.ALGORITHM_NOT_ALLOWED,
                token -> true,
                token -> "RS256, a kid, no crit",
                token -> "RS256, kid " + token.keyId());
    }

    /** ID tokens name no client in the claim of their version. Where a token has both names, they must agree. */
    private static ClaimCheck accessToken() {
        return new ClaimCheck(
                Reason.NOT_AN_ACCESS_TOKEN,
                token -> {
                    Claims claims = token.claims();
                    boolean agree = !(claims.has("azp") && claims.has("appid"))
                            || claims.text("azp").equals(claims.text("appid"));
                    return token.caller().client().isPresent() && agree;
                },
                token -> token.caller().version().clientClaim() + " names the client application",
                token -> token.caller().version().clientClaim() + " "
                        + token.claims().shown(token.caller().version().clientClaim()));
    }

    private static ClaimCheck callerIsClear() {
        return new ClaimCheck(
                Reason.CALLER_UNCLEAR,
                token -> token.caller().kind().isPresent()
                        && token.caller().objectId().isPresent(),
                token -> "scp and oid (a user), or no scp and oid = sub (an app); idtyp in agreement",
                token -> "scp " + (token.claims().has("scp") ? "present" : CheckResult.ABSENT)
                        + ", oid " + token.claims().shown("oid")
                        + ", idtyp " + token.claims().shown("idtyp"));
    }

    private static ClaimCheck rolesAreAList() {
        return new ClaimCheck(
                Reason.CLAIM_MALFORMED,
                token -> !token.claims().has("roles")
                        || token.claims().texts("roles").isPresent(),
                token -> "roles as a list of strings",
                token -> token.claims().shown("roles"));
    }
}

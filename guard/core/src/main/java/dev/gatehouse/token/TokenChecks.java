package dev.gatehouse.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The checks of a token that every layer makes, each with the layer's own id and parameters; comparisons are exact
 * (https://learn.microsoft.com/entra/identity-platform/claims-validation).
 */
public final class TokenChecks {
    private TokenChecks() {}

    /**
     * A key that the issuer publishes has signed the token; without that, nothing after it is asked.
     *
     * @param ids the layer's own, by what is wrong
     */
    public static Check<TokenUnderCheck> signature(Function<Reason, CheckId> ids) {
        return new SignatureHolds(ids);
    }

    /** A claim is one of these; without that, nothing after it is asked. */
    public static Check<TokenUnderCheck> oneOf(CheckId id, String claim, Set<String> accepted) {
        return new ClaimCheck(
                        id,
                        token -> isOneOf(token.claims().text(claim), accepted),
                        token -> anyOf(accepted),
                        token -> token.claims().shown(claim))
                .asGate();
    }

    /** {@code iss} is an issuer whose keys signed the token; undecided where that is not known. */
    public static Check<TokenUnderCheck> issuer(CheckId id) {
        return new IssuerCheck(id, false);
    }

    /** The same, where a key may sign for any issuer if the policy names none. */
    public static Check<TokenUnderCheck> issuerIfNamed(CheckId id) {
        return new IssuerCheck(id, true);
    }

    /** {@code aud} is one text, and one of these. */
    public static Check<TokenUnderCheck> audience(CheckId id, Function<TokenUnderCheck, Set<String>> allowed) {
        return new ClaimCheck(
                id,
                token -> isOneOf(token.claims().text("aud"), allowed.apply(token)),
                token -> anyOf(allowed.apply(token)),
                token -> token.claims().shown("aud"));
    }

    /** {@code aud}, one text or several, has one of these. */
    public static Check<TokenUnderCheck> anyAudience(CheckId id, Set<String> allowed) {
        return new ClaimCheck(
                id,
                token -> token.claims().values("aud").stream().anyMatch(allowed::contains),
                token -> anyOf(allowed),
                token -> token.claims().shown("aud"));
    }

    /** {@code exp} is there, and is a time. */
    public static Check<TokenUnderCheck> endTime(CheckId id) {
        return new ClaimCheck(
                id,
                token -> token.claims().instant("exp").isPresent(),
                token -> "exp as a time",
                token -> time(token, "exp"));
    }

    /** A token that expires at this very instant, skew included, has expired (RFC 7519 §4.1.4); one without exp never lived. */
    public static Check<TokenUnderCheck> expiry(CheckId id, Duration skew, Clock clock) {
        return new ClaimCheck(
                id,
                token -> {
                    Optional<Instant> exp = token.claims().instant("exp");
                    return exp.isPresent() && exp.get().isAfter(clock.instant().minus(skew));
                },
                token -> "exp after " + clock.instant().minus(skew),
                token -> time(token, "exp"));
    }

    /**
     * Where a token says when its life begins, that is a time, has come, and is not after its end, also where the skew would allow for
     * both.
     */
    public static Check<TokenUnderCheck> start(CheckId id, Duration skew, Clock clock) {
        return new ClaimCheck(
                id,
                token -> isAbsentOrBy(
                        token, "nbf", latestStart(token, clock.instant().plus(skew))),
                token -> "nbf not after " + clock.instant().plus(skew) + " nor after exp",
                token -> time(token, "nbf"));
    }

    /** Where a token says when it was issued, that is a time. */
    public static Check<TokenUnderCheck> issueTime(CheckId id) {
        return new ClaimCheck(
                id,
                token -> isAbsentOrBy(token, "iat", Instant.MAX),
                token -> "iat as a time",
                token -> time(token, "iat"));
    }

    /** {@link #start}, and {@code iat} does not lie ahead either. */
    static ClaimCheck startAndIssueTime(CheckId id, Duration skew, Clock clock) {
        return new ClaimCheck(
                id,
                token -> {
                    Instant latest = clock.instant().plus(skew);
                    return isAbsentOrBy(token, "iat", latest) && isAbsentOrBy(token, "nbf", latestStart(token, latest));
                },
                token -> "nbf and iat not after " + clock.instant().plus(skew) + ", nbf not after exp",
                token -> "nbf " + time(token, "nbf") + ", iat " + time(token, "iat"));
    }

    /** The token names a client application. */
    public static Check<TokenUnderCheck> named(CheckId id, Function<TokenUnderCheck, Optional<String>> client) {
        return new ClaimCheck(
                id, token -> client.apply(token).isPresent(), token -> "azp or appid", token -> client.apply(token)
                        .orElse(CheckResult.ABSENT));
    }

    /** The client application is one of these. */
    public static Check<TokenUnderCheck> client(
            CheckId id, Function<TokenUnderCheck, Optional<String>> client, Set<String> allowed) {
        return new ClaimCheck(
                id,
                token -> isOneOf(client.apply(token), allowed),
                token -> allowed.isEmpty() ? "an allowed client application; the list is empty" : anyOf(allowed),
                token -> client.apply(token).orElse(CheckResult.ABSENT));
    }

    /** The user or service principal is one of these. */
    public static Check<TokenUnderCheck> principal(CheckId id, Set<String> allowed) {
        return new ClaimCheck(
                id,
                token -> isOneOf(token.caller().objectId(), allowed),
                token -> anyOf(allowed),
                token -> token.claims().shown("oid"));
    }

    /** An absent claim is never allowed. */
    static boolean isOneOf(Optional<String> claim, Set<String> allowed) {
        return claim.isPresent() && allowed.contains(claim.get());
    }

    static String anyOf(Set<String> values) {
        return String.join(" or ", new TreeSet<>(values));
    }

    private static Instant latestStart(TokenUnderCheck token, Instant latest) {
        Optional<Instant> end = token.claims().instant("exp");
        return end.isPresent() && end.get().isBefore(latest) ? end.get() : latest;
    }

    private static boolean isAbsentOrBy(TokenUnderCheck token, String claim, Instant latest) {
        Optional<Instant> time = token.claims().instant(claim);
        return time.isPresent() ? !time.get().isAfter(latest) : !token.claims().has(claim);
    }

    private static String time(TokenUnderCheck token, String claim) {
        return token.claims().instant(claim).map(Instant::toString).orElseGet(() -> token.claims()
                .shown(claim));
    }
}

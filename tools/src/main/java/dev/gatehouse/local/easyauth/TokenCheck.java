package dev.gatehouse.local.easyauth;

import dev.gatehouse.local.claims.ClaimForms;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Easy Auth's own rules, which are fewer than the guard's: roles and scopes are not among them. */
final class TokenCheck {
    /** The usual tolerance of the platform's token library. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** What the allow-lists are called in {@code authsettingsV2}. */
    static final String ALLOWED_APPLICATIONS = "allowedApplications";

    static final String ALLOWED_PRINCIPALS = "allowedPrincipals";

    private static final String CLAIMS = "claims";
    private static final String LIFETIME = "lifetime";

    private final EasyAuthSettings settings;
    private final Signatures signatures;
    private final Clock clock;
    private final Set<String> audiences;

    TokenCheck(EasyAuthSettings settings, Signatures signatures, Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.clock = clock;
        this.audiences = new HashSet<>(settings.allowedAudiences());
        this.audiences.add(settings.clientId());
    }

    Judgement judge(String token) {
        TokenReading reading = SignedToken.read(token);
        if (reading instanceof TokenReading.Readable readable) {
            return judge(readable.token());
        }
        return unauthenticated(((TokenReading.Unreadable) reading).violation());
    }

    private Judgement judge(SignedToken token) {
        Outcome outcome = signatures.check(token, settings.metadata());
        if (outcome instanceof Outcome.Signed signed) {
            return claims(token.claims(), signed.issuer());
        }
        return unauthenticated(
                outcome instanceof Outcome.NotSigned notSigned
                        ? notSigned.violation()
                        : ((Outcome.Undecided) outcome).violation());
    }

    private Judgement claims(Claims claims, String issuer) {
        return checks(claims, issuer).stream()
                .filter(check -> !check.holds())
                .findFirst()
                .<Judgement>map(
                        check -> new Judgement.Rejected(check.status(), check.rule(), check.expected(), check.actual()))
                .orElseGet(() -> new Judgement.Authenticated(claims));
    }

    /**
     * One question to the claims.
     *
     * @param status of the answer where it does not hold
     * @param actual fit to be shown
     */
    record Check(String rule, int status, boolean holds, String expected, String actual) {}

    /** Every question, in the order in which they are asked; {@code iss} is compared with the issuer that vouches. */
    List<Check> checks(Claims claims, String issuer) {
        Instant now = clock.instant();
        List<Check> checks = new ArrayList<>();
        checks.add(form(claims));
        checks.add(check("issuer", claims.text("iss").equals(Optional.of(issuer)), issuer, shown(claims, "iss")));
        checks.add(check(
                "audience",
                claims.text("aud").filter(audiences::contains).isPresent(),
                anyOf(audiences),
                shown(claims, "aud")));
        checks.add(check(
                LIFETIME,
                claims.instant("exp").filter(now.minus(CLOCK_SKEW)::isBefore).isPresent(),
                "exp after now",
                shown(claims, "exp")));
        checks.add(check(LIFETIME, hasBegun(claims, now), "nbf before now and exp", shown(claims, "nbf")));
        checks.add(check(
                LIFETIME,
                !claims.has("iat") || claims.instant("iat").isPresent(),
                "iat as a time",
                shown(claims, "iat")));
        settings.policy()
                .allowedApplications()
                .ifPresent(allowed -> checks.add(allowed(ALLOWED_APPLICATIONS, allowed, client(claims))));
        settings.policy()
                .allowedIdentities()
                .ifPresent(allowed -> checks.add(allowed(ALLOWED_PRINCIPALS, allowed, claims.text("oid"))));
        return checks;
    }

    private static Check form(Claims claims) {
        Optional<ClaimForms.Fault> fault = ClaimForms.fault(claims.asMap());
        return check(
                CLAIMS,
                fault.isEmpty(),
                fault.map(ClaimForms.Fault::expected).orElse("claims in their usual forms"),
                fault.map(each -> Redaction.of(each.actual())).orElse("in them"));
    }

    /** A token that says when its life begins must say a time, and none after its end. */
    private static boolean hasBegun(Claims claims, Instant now) {
        Optional<Instant> start = claims.instant("nbf");
        Instant end = claims.instant("exp").orElse(Instant.MAX);
        return start.isPresent()
                ? !start.get().isAfter(now.plus(CLOCK_SKEW)) && !start.get().isAfter(end)
                : !claims.has("nbf");
    }

    /** An {@code azp} that names nobody is not made up for by an {@code appid}. */
    private static Optional<String> client(Claims claims) {
        return claims.text(claims.has("azp") ? "azp" : "appid");
    }

    private static Check check(String rule, boolean holds, String expected, String actual) {
        return new Check(rule, 401, holds, expected, actual);
    }

    private static Check allowed(String rule, Set<String> allowed, Optional<String> id) {
        return new Check(
                rule,
                403,
                id.filter(allowed::contains).isPresent(),
                anyOf(allowed),
                id.map(Redaction::of).orElse("none"));
    }

    private static Judgement unauthenticated(Violation violation) {
        return new Judgement.Rejected(401, violation.reason().code(), violation.expected(), violation.actual());
    }

    private static String shown(Claims claims, String claim) {
        return Redaction.of(String.valueOf(claims.asMap().get(claim)));
    }

    private static String anyOf(Set<String> ids) {
        return String.join(" or ", new TreeSet<>(ids));
    }
}

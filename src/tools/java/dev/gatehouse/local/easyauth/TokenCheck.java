package dev.gatehouse.local.easyauth;

import dev.gatehouse.token.Claims;
import dev.gatehouse.token.Redaction;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
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

    private final EasyAuthSettings settings;
    private final SignatureCheck signatures;
    private final Clock clock;
    private final Set<String> audiences;

    TokenCheck(EasyAuthSettings settings, SignatureCheck signatures, Clock clock) {
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
        Instant now = clock.instant();
        if (!claims.text("iss").equals(Optional.of(issuer))) {
            return unauthenticated("issuer", issuer, claims, "iss");
        }
        if (claims.text("aud").filter(audiences::contains).isEmpty()) {
            return unauthenticated("audience", String.join(" or ", audiences), claims, "aud");
        }
        if (claims.instant("exp").filter(now.minus(CLOCK_SKEW)::isBefore).isEmpty()) {
            return unauthenticated("lifetime", "exp after now", claims, "exp");
        }
        if (claims.instant("nbf").filter(now.plus(CLOCK_SKEW)::isBefore).isPresent()) {
            return unauthenticated("lifetime", "nbf before now", claims, "nbf");
        }
        return policy(claims);
    }

    private Judgement policy(Claims claims) {
        Optional<String> client = claims.text("azp").or(() -> claims.text("appid"));
        Optional<Set<String>> applications = settings.policy().allowedApplications();
        if (applications.isPresent()
                && client.filter(applications.get()::contains).isEmpty()) {
            return new Judgement.Rejected(403, ALLOWED_APPLICATIONS, anyOf(applications.get()), shown(client));
        }
        Optional<Set<String>> identities = settings.policy().allowedIdentities();
        if (identities.isPresent()
                && claims.text("oid").filter(identities.get()::contains).isEmpty()) {
            return new Judgement.Rejected(403, ALLOWED_PRINCIPALS, anyOf(identities.get()), shown(claims.text("oid")));
        }
        return new Judgement.Authenticated(claims);
    }

    private static Judgement unauthenticated(Violation violation) {
        return new Judgement.Rejected(401, violation.reason().code(), violation.expected(), violation.actual());
    }

    private static Judgement unauthenticated(String rule, String expected, Claims claims, String claim) {
        String actual = Redaction.of(String.valueOf(claims.asMap().get(claim)));
        return new Judgement.Rejected(401, rule, expected, actual);
    }

    private static String shown(Optional<String> id) {
        return id.map(Redaction::of).orElse("none");
    }

    private static String anyOf(Set<String> ids) {
        return String.join(" or ", new TreeSet<>(ids));
    }
}

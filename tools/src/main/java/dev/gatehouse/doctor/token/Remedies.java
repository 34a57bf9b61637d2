package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One fix for each reason that a layer refuses a token with; {@code docs/troubleshooting.md} says more of each. */
public final class Remedies {
    static final String ASK_FOR_KEYS =
            "Give --online to fetch the issuer's keys. Until then nothing in the token is proven.";

    private static final Map<String, Remedy> GUARD = GuardRemedies.all();
    private static final Map<String, Remedy> OUTSIDE = OutsideRemedies.all();

    private final TokenAge age;

    Remedies(TokenAge age) {
        this.age = age;
    }

    /** What can be done about a reason of the guard, for this token. */
    String of(String code) {
        return Optional.ofNullable(GUARD.get(code)).map(this::text).orElse("");
    }

    /** What can be done where a layer's check refuses this token: known by what is wrong before what the layer calls it. */
    String of(Layer layer, CheckId check) {
        String meaning = check.reason().map(Reason::code).orElse(check.code());
        return remedy(layer, meaning).map(this::text).orElse("");
    }

    /** What can be done, whatever the token; empty for a reason that is not known. */
    public static Optional<String> general(Layer layer, String reason) {
        return remedy(layer, reason).map(Remedy::text);
    }

    /** Those that are the layer's own come before those that mean the same at the guard. */
    private static Optional<Remedy> remedy(Layer layer, String reason) {
        String meaning = OutsideRemedies.meaning(reason);
        return Optional.ofNullable(OUTSIDE.get(OutsideRemedies.key(layer, meaning)))
                .or(() -> Optional.ofNullable(GUARD.get(meaning)));
    }

    private String text(Remedy remedy) {
        return remedy.needsNewToken() ? remedy.text() + " " + age.untilItShows() : remedy.text();
    }

    /** The codes of the guard that have a fix. */
    static Map<String, Remedy> ofGuard() {
        return new HashMap<>(GUARD);
    }
}

package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthChecks;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to do when a layer refuses this token. A fix never opens a door: for a token that no API may accept, the only fix is to
 * request another token.
 */
record Remedies(TokenKind kind, UnverifiedJwt token, TokenAge age) {
    static final String ASK_FOR_KEYS = "Give --online to fetch the issuer's keys. Until then the token is unverified.";

    static final String LOOK_UP_GROUPS =
            "Look the user's groups up in Entra: they are too many for the token, so it names none.";

    /** Faults of the app or its surroundings, whatever the token is. */
    private static final Set<Reason> NOT_OF_TOKEN = Set.of(Reason.MISCONFIGURED, Reason.KEYS_UNAVAILABLE);

    /**
     * Looked up by the cause first, then by the layer's own name; empty if no fix is known.
     *
     * @param comparedWith the configured values
     */
    String of(Layer layer, CheckId check, List<String> comparedWith) {
        Optional<Reason> reason = check.reason();
        if (!kind.isForAnApi() && reason.filter(NOT_OF_TOKEN::contains).isEmpty()) {
            return kind.meaning();
        }
        return reason.flatMap(each -> ofNearMiss(each, comparedWith))
                .or(() -> reason.filter(Reason.CLIENT_NOT_ALLOWED::equals).flatMap(client -> ofFirstParty()))
                .or(() -> Fixes.of(
                                layer,
                                check == EasyAuthChecks.Id.GROUP
                                        ? check.code()
                                        : reason.map(Reason::code).orElse(check.code()))
                        .map(this::text))
                .orElse("");
    }

    /** The name of Microsoft's own client that requested the token. */
    Optional<String> firstParty() {
        return token.client().flatMap(FirstPartyClient::name);
    }

    private Optional<String> ofFirstParty() {
        return firstParty()
                .map(name -> "Request the token with a client application of your own: this one is from " + name
                        + ", which every user of the tenant has, so it does not belong on a list of allowed clients.");
    }

    private Optional<String> ofNearMiss(Reason reason, List<String> comparedWith) {
        return NearMiss.of(reason, token, comparedWith).map(NearMiss::fix);
    }

    private String text(Fix fix) {
        return fix.needsNewToken() ? fix.text() + " " + age.untilItShows() : fix.text();
    }
}

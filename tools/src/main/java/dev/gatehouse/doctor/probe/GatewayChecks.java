package dev.gatehouse.doctor.probe;

import static dev.gatehouse.chain.trace.Layer.GATEWAY;

import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.forgery.Forgeries;
import dev.gatehouse.doctor.web.Web;
import java.util.List;
import java.util.function.Supplier;

/** Calls that the gateway must refuse. */
final class GatewayChecks {
    private static final String TOKENS = "the gateway does not check tokens (validate-azure-ad-token or validate-jwt)";
    private static final Expectation REFUSED = Expectation.of(GATEWAY, 401, 403);

    private final ProbeTarget target;
    private final ProbeEndpoint entrance;
    private final RefusalCheck.Way way;
    private final TamperedTokenCalls tampered;

    GatewayChecks(ProbeTarget target, ProbeEndpoint entrance, Web web) {
        this.target = target;
        this.entrance = entrance;
        this.way = new RefusalCheck.Way(entrance, web);
        this.tampered = new TamperedTokenCalls(target, entrance, new PositiveControl(entrance, target, web));
    }

    List<ProbeCheck> all() {
        return List.of(
                tampered.good(),
                noSubscription(),
                refused(
                        "no-token",
                        "no token, at every operation",
                        TOKENS,
                        "every operation requires a token",
                        this::noToken),
                refused(
                        "changed-token",
                        "a token changed after it was signed",
                        TOKENS,
                        "signatures are verified",
                        () -> tampered.from(Forgeries::changed)),
                refused(
                        "forged-signature",
                        "a token signed by another key",
                        TOKENS,
                        "only signatures by Entra's keys are accepted",
                        () -> tampered.from(Forgeries::signedByAnother)),
                refused(
                        "unsigned-token",
                        "a token without a signature (alg none)",
                        TOKENS,
                        "unsigned tokens are rejected",
                        () -> tampered.from(Forgeries::unsigned)),
                refused(
                        "expired-token",
                        "an expired token",
                        "the gateway does not check the lifetime of tokens (require-expiration-time, clock-skew)",
                        "expired tokens are rejected",
                        () -> tampered.with(TamperedToken.EXPIRED)),
                refused(
                        "other-audience",
                        "a token for another API",
                        "the gateway does not check audiences (the policy's <audiences>)",
                        "tokens for other APIs of the tenant are rejected",
                        () -> tampered.with(TamperedToken.OTHER_AUDIENCE)),
                refused(
                        "other-client",
                        "a token of a client that is not allowed",
                        "the gateway does not check the client (the list of allowed clients)",
                        "the list of allowed clients is enforced",
                        () -> tampered.with(TamperedToken.OTHER_CLIENT)),
                missingRole());
    }

    TamperedTokenCalls tampered() {
        return tampered;
    }

    private Attempts noToken() {
        return Attempts.atEach(target.guarded(), entrance::keyed);
    }

    private ProbeCheck noSubscription() {
        Expectation expectation = Expectation.of(GATEWAY, 401).saying(AnswerShape.SUBSCRIPTION_KEY);
        return new RefusalCheck(
                Door.GATEWAY.question(
                        "no-subscription-key",
                        "no subscription key",
                        "401 by the gateway, for the key",
                        "calls can be identified, limited and blocked per subscription"),
                expectation,
                "the gateway does not require a subscription key (subscriptionRequired)",
                way,
                () -> tampered.operation()
                        .map(operation -> Attempts.at(operation, request -> entrance.tokens()
                                .of(TamperedToken.GOOD)
                                .map(token -> ProbeEndpoint.bearing(request, token))
                                .orElse(request)))
                        .orElseGet(() -> Attempts.needing("an operation in the contract that requires a caller")));
    }

    private ProbeCheck missingRole() {
        Expectation expectation = Expectation.of(GATEWAY, 403);
        return new RefusalCheck(
                Door.GATEWAY.question(
                        "missing-role",
                        "a token without the operation's role or scope",
                        expectation.words(),
                        "a valid token gives access only to the operations that its roles and scopes allow"),
                expectation,
                "the gateway does not check the operation's roles and scopes (operation policy)",
                way,
                () -> tampered.withoutRole(request -> request));
    }

    private ProbeCheck refused(String name, String call, String hole, String proves, Supplier<Attempts> attempts) {
        Question question = Door.GATEWAY.question(name, call, REFUSED.words(), proves);
        return new RefusalCheck(question, REFUSED, hole, way, attempts);
    }
}

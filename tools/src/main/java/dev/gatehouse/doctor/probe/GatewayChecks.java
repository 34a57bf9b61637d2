package dev.gatehouse.doctor.probe;

import static dev.gatehouse.local.journey.Layer.GATEWAY;

import dev.gatehouse.doctor.probe.Row.Question;
import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.local.answer.AnswerShape;
import java.util.List;
import java.util.function.Supplier;

/** What the gateway must refuse. */
final class GatewayChecks {
    private static final String TOKENS = "the gateway does not check tokens (validate-azure-ad-token or validate-jwt)";
    private static final Expectation REFUSED = Expectation.of(GATEWAY, 401, 403);

    private final Target target;
    private final Entrance entrance;
    private final Refusal.Way way;
    private final Spoiled spoiled;

    GatewayChecks(Target target, Entrance entrance, Web web) {
        this.target = target;
        this.entrance = entrance;
        this.way = new Refusal.Way(entrance, web);
        this.spoiled = new Spoiled(target, entrance, new Served(entrance, target, web));
    }

    List<Check> all() {
        return List.of(
                spoiled.good(),
                noSubscription(),
                refused(
                        "no-token",
                        "no token, at every operation",
                        TOKENS,
                        "every operation is behind the check",
                        this::noToken),
                refused(
                        "changed-token",
                        "a token changed after it was signed",
                        TOKENS,
                        "signatures are checked",
                        () -> spoiled.from(Forgeries::changed)),
                refused(
                        "forged-signature",
                        "a token signed by another key",
                        TOKENS,
                        "only Entra's keys are believed",
                        () -> spoiled.from(Forgeries::signedByAnother)),
                refused(
                        "unsigned-token",
                        "a token without a signature (alg none)",
                        TOKENS,
                        "a token cannot choose to be unsigned",
                        () -> spoiled.from(Forgeries::unsigned)),
                refused(
                        "expired-token",
                        "an expired token",
                        "the gateway does not check the lifetime of tokens (require-expiration-time, clock-skew)",
                        "a token ends",
                        () -> spoiled.with(TokenKind.EXPIRED)),
                refused(
                        "other-audience",
                        "a token for another API",
                        "the gateway does not check audiences (the policy's <audiences>)",
                        "tokens for other APIs of the tenant open nothing here",
                        () -> spoiled.with(TokenKind.OTHER_AUDIENCE)),
                refused(
                        "other-client",
                        "a token of a client that is not allowed",
                        "the gateway does not check who calls (the list of allowed clients)",
                        "the list of allowed clients is enforced",
                        () -> spoiled.with(TokenKind.OTHER_CLIENT)),
                missingRole());
    }

    Spoiled spoiled() {
        return spoiled;
    }

    private Attempts noToken() {
        return Attempts.atEach(target.guarded(), entrance::keyed);
    }

    private Check noSubscription() {
        Expectation expectation = Expectation.of(GATEWAY, 401).saying(AnswerShape.SUBSCRIPTION_KEY);
        return new Refusal(
                new Question(
                        "gateway-no-subscription-key",
                        "gateway: no subscription key",
                        "401 by the gateway, for the key",
                        "calls can be told apart, limited and cut off by subscription"),
                expectation,
                "the gateway asks for no subscription key (subscriptionRequired)",
                way,
                () -> spoiled.operation()
                        .map(operation -> Attempts.at(operation, request -> entrance.tokens()
                                .of(TokenKind.GOOD)
                                .map(token -> Entrance.bearing(request, token))
                                .orElse(request)))
                        .orElseGet(() -> Attempts.needing("an operation in the contract that needs a caller")));
    }

    private Check missingRole() {
        Expectation expectation = Expectation.of(GATEWAY, 403);
        return new Refusal(
                new Question(
                        "gateway-missing-role",
                        "gateway: a token without the operation's role or scope",
                        expectation.words(),
                        "a good token opens only what it has been given"),
                expectation,
                "the gateway does not check the operation's roles and scopes (operation policy)",
                way,
                () -> spoiled.withoutRole(request -> request));
    }

    private Check refused(String name, String call, String hole, String proves, Supplier<Attempts> attempts) {
        Question question = new Question("gateway-" + name, "gateway: " + call, REFUSED.words(), proves);
        return new Refusal(question, REFUSED, hole, way, attempts);
    }
}

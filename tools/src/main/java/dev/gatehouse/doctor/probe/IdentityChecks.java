package dev.gatehouse.doctor.probe;

import static dev.gatehouse.local.journey.Layer.EASY_AUTH;
import static dev.gatehouse.local.journey.Layer.GATEWAY;
import static dev.gatehouse.local.journey.Layer.GUARD;

import dev.gatehouse.doctor.probe.Row.Question;
import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.local.deployment.Flow;
import dev.gatehouse.local.http.Request;
import java.util.function.UnaryOperator;

/** Rows of headers that name a caller, sent by one who is not. */
record IdentityChecks(Target target, Web web) {
    private static final String BELIEVED = "headers that anybody can send are believed";

    /** @param spoiled this door's calls with tokens */
    Check rolesThroughTheGateway(Entrance gateway, Spoiled spoiled) {
        Expectation expectation = Expectation.anyOf(GATEWAY, EASY_AUTH, GUARD);
        return new Refusal(
                new Question(
                        "gateway-forged-roles",
                        "gateway: a token without the role, headers that claim it",
                        expectation.words(),
                        "roles come from the token, never from a client's headers"),
                expectation,
                BELIEVED + " (the global policy deletes them)",
                new Refusal.Way(gateway, web),
                () -> spoiled.withoutRole(forgery()));
    }

    Check principalPastTheGateway(Entrance functionApp) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        return new Refusal(
                new Question(
                        "function-app-forged-principal",
                        "function app: forged X-MS-CLIENT-PRINCIPAL*, no token",
                        expectation.words(),
                        "nobody becomes a caller by naming one in Easy Auth's headers"),
                expectation,
                BELIEVED + ": a function must go by the token alone, and be behind Easy Auth",
                new Refusal.Way(functionApp, web),
                () -> Attempts.atEach(
                        target.guarded(), request -> functionApp.keyed(ForgedHeaders.principal(request))));
    }

    Check callerPastTheGateway(Entrance functionApp, Spoiled spoiled) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        boolean forwarded = target.flow() == Flow.GATEWAY_IDENTITY;
        return new Refusal(
                new Question(
                        "function-app-forged-caller",
                        "function app: a client that claims to speak for another",
                        expectation.words(),
                        "only the gateway's identity may speak for others"),
                expectation,
                BELIEVED + ": only GATEHOUSE_FORWARDING_GATEWAY may name a caller",
                new Refusal.Way(functionApp, web),
                () -> forwarded ? spoiled.with(TokenKind.OTHER_CLIENT, forgery()) : spoiled.withoutRole(forgery()));
    }

    private UnaryOperator<Request> forgery() {
        return request -> ForgedHeaders.caller(ForgedHeaders.principal(request), target.operations());
    }
}

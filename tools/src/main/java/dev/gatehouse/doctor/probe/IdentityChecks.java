package dev.gatehouse.doctor.probe;

import static dev.gatehouse.chain.trace.Layer.EASY_AUTH;
import static dev.gatehouse.chain.trace.Layer.GATEWAY;
import static dev.gatehouse.chain.trace.Layer.GUARD;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import dev.gatehouse.doctor.web.Web;
import java.util.function.UnaryOperator;

/** Rows of headers that name a caller, sent by one who is not. */
record IdentityChecks(ProbeTarget target, Web web) {
    private static final String BELIEVED = "headers that anybody can send are believed";

    /** @param spoiled this door's calls with tokens */
    ProbeCheck rolesThroughTheGateway(ProbeEndpoint gateway, TamperedTokenCalls spoiled) {
        Expectation expectation = Expectation.anyOf(GATEWAY, EASY_AUTH, GUARD);
        return new RefusalCheck(
                new Question(
                        "gateway-forged-roles",
                        "gateway: a token without the role, headers that claim it",
                        expectation.words(),
                        "roles come from the token, never from a client's headers"),
                expectation,
                BELIEVED + " (the global policy deletes them)",
                new RefusalCheck.Way(gateway, web),
                () -> spoiled.withoutRole(forgery()));
    }

    ProbeCheck principalPastTheGateway(ProbeEndpoint functionApp) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        return new RefusalCheck(
                new Question(
                        "function-app-forged-principal",
                        "function app: forged X-MS-CLIENT-PRINCIPAL*, no token",
                        expectation.words(),
                        "nobody becomes a caller by naming one in Easy Auth's headers"),
                expectation,
                BELIEVED + ": a function must go by the token alone, and be behind Easy Auth",
                new RefusalCheck.Way(functionApp, web),
                () -> Attempts.atEach(
                        target.guarded(), request -> functionApp.keyed(ForgedHeaders.principal(request))));
    }

    ProbeCheck callerPastTheGateway(ProbeEndpoint functionApp, TamperedTokenCalls spoiled) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        boolean forwarded = target.flow() == Flow.GATEWAY_IDENTITY;
        return new RefusalCheck(
                new Question(
                        "function-app-forged-caller",
                        "function app: a client that claims to speak for another",
                        expectation.words(),
                        "only the gateway's identity may speak for others"),
                expectation,
                BELIEVED + ": only GATEHOUSE_FORWARDING_GATEWAY may name a caller",
                new RefusalCheck.Way(functionApp, web),
                () -> forwarded ? spoiled.with(TamperedToken.OTHER_CLIENT, forgery()) : spoiled.withoutRole(forgery()));
    }

    private UnaryOperator<Request> forgery() {
        return request -> ForgedHeaders.caller(ForgedHeaders.principal(request), target.operations());
    }
}

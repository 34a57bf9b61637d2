package dev.gatehouse.doctor.probe;

import static dev.gatehouse.chain.trace.Layer.EASY_AUTH;
import static dev.gatehouse.chain.trace.Layer.GATEWAY;
import static dev.gatehouse.chain.trace.Layer.GUARD;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import dev.gatehouse.doctor.web.Web;
import java.util.function.UnaryOperator;

/** Rows with headers that name another caller. */
record IdentityChecks(ProbeTarget target, Web web) {
    private static final String BELIEVED = "identity headers that any client can send are trusted";

    /** @param tampered this endpoint's calls with tampered tokens */
    ProbeCheck rolesThroughTheGateway(ProbeEndpoint gateway, TamperedTokenCalls tampered) {
        Expectation expectation = Expectation.anyOf(GATEWAY, EASY_AUTH, GUARD);
        return new RefusalCheck(
                new Question(
                        "gateway-forged-roles",
                        "gateway: a token without the role, headers that claim it",
                        expectation.words(),
                        "roles are read from the token, never from a client's headers"),
                expectation,
                BELIEVED + " (the global policy deletes them)",
                new RefusalCheck.Way(gateway, web),
                () -> tampered.withoutRole(forgery()));
    }

    ProbeCheck principalPastTheGateway(ProbeEndpoint functionApp) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        return new RefusalCheck(
                new Question(
                        "function-app-forged-principal",
                        "function app: forged X-MS-CLIENT-PRINCIPAL*, no token",
                        expectation.words(),
                        "a client cannot impersonate a caller with Easy Auth's headers"),
                expectation,
                BELIEVED + ": a function must read the token only, and be protected by Easy Auth",
                new RefusalCheck.Way(functionApp, web),
                () -> Attempts.atEach(
                        target.guarded(), request -> functionApp.keyed(ForgedHeaders.principal(request))));
    }

    ProbeCheck callerPastTheGateway(ProbeEndpoint functionApp, TamperedTokenCalls tampered) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        boolean forwarded = target.flow() == Flow.GATEWAY_IDENTITY;
        return new RefusalCheck(
                new Question(
                        "function-app-forged-caller",
                        "function app: a client that claims to act on behalf of another caller",
                        expectation.words(),
                        "only the gateway's identity may act on behalf of other callers"),
                expectation,
                BELIEVED + ": only the identity in GATEHOUSE_FORWARDING_GATEWAY may name another caller",
                new RefusalCheck.Way(functionApp, web),
                () -> forwarded
                        ? tampered.with(TamperedToken.OTHER_CLIENT, forgery())
                        : tampered.withoutRole(forgery()));
    }

    private UnaryOperator<Request> forgery() {
        return request -> ForgedHeaders.caller(ForgedHeaders.principal(request), target.operations());
    }
}

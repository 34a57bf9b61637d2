package dev.gatehouse.doctor.probe;

import static dev.gatehouse.chain.trace.Layer.EASY_AUTH;
import static dev.gatehouse.chain.trace.Layer.GATEWAY;
import static dev.gatehouse.chain.trace.Layer.GUARD;

import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.forgery.ForgedHeaders;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rows with headers that name another caller. */
record IdentityChecks(ProbeTarget target, Web web) {
    private static final String BELIEVED = "identity headers that any client can send are trusted";

    ProbeCheck identityThroughTheGateway(ProbeEndpoint gateway) {
        return new IdentitySpoofingCheck(gateway, target, web);
    }

    /** @param tampered this endpoint's calls with tampered tokens */
    ProbeCheck rolesThroughTheGateway(ProbeEndpoint gateway, TamperedTokenCalls tampered) {
        Expectation expectation = Expectation.anyOf(GATEWAY, EASY_AUTH, GUARD);
        return new RefusalCheck(
                Door.GATEWAY.question(
                        "forged-roles",
                        "a token without the role, headers that claim it",
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
                Door.FUNCTION_APP.question(
                        "forged-principal",
                        "forged X-MS-CLIENT-PRINCIPAL*, no token",
                        expectation.words(),
                        "a client cannot impersonate a caller with Easy Auth's headers"),
                expectation,
                BELIEVED + ": a function must read the token only, and be protected by Easy Auth",
                new RefusalCheck.Way(functionApp, web),
                () -> Attempts.atEach(target.guarded(), request -> functionApp.keyed(forged().ofEasyAuth(request))));
    }

    ProbeCheck callerPastTheGateway(ProbeEndpoint functionApp, TamperedTokenCalls tampered) {
        Expectation expectation = Expectation.anyOf(EASY_AUTH, GUARD);
        boolean forwarded = target.flow() == Flow.GATEWAY_IDENTITY;
        return new RefusalCheck(
                Door.FUNCTION_APP.question(
                        "forged-caller",
                        "a client that claims to act on behalf of another caller",
                        expectation.words(),
                        "only the gateway's identity may act on behalf of other callers"),
                expectation,
                BELIEVED + ": only the identity in GATEHOUSE_FORWARDING_GATEWAY may name another caller",
                new RefusalCheck.Way(functionApp, web),
                () -> forwarded
                        ? tampered.with(TamperedToken.OTHER_CLIENT, forgery())
                        : tampered.withoutRole(forgery()));
    }

    private ForgedHeaders forged() {
        return ForgedHeaders.ofSomebody(target.operations());
    }

    private UnaryOperator<Request> forgery() {
        return forged()::on;
    }

    /** The row with a valid token and forged identity headers: the function must report the token's client. */
    private record IdentitySpoofingCheck(ProbeEndpoint gateway, ProbeTarget target, Web web) implements ProbeCheck {
        /** The function that returns its caller. */
        private static final String OPERATION = "whoAmI";

        @Override
        public Question question() {
            return Door.GATEWAY.question(
                    "forged-identity",
                    "a valid token, headers that name another caller",
                    "accepted as the token's client",
                    "the caller is identified by the token only");
        }

        @Override
        public Outcome judge() {
            Optional<String> token = gateway.tokens().of(TamperedToken.GOOD);
            Optional<UnverifiedCaller> caller = token.flatMap(UnverifiedCaller::read);
            Optional<Operation> operation = target.operations().stream()
                    .filter(each -> each.function().equals(OPERATION))
                    .findFirst();
            if (caller.isEmpty()) {
                return Outcome.notTried(TamperedToken.GOOD.needs(gateway.door(), target.flow()));
            }
            if (operation.isEmpty() || !caller.get().mayCall(operation.get())) {
                return Outcome.notTried(
                        "an operation " + OPERATION + " that returns its caller, and a token that may call it");
            }
            Request request = ProbeEndpoint.bearing(ProbeTarget.request(operation.get()), token.orElseThrow());
            Request forged = ForgedHeaders.ofSomebody(target.operations()).on(request);
            return judge(
                    gateway.answer(web, gateway.keyed(forged)),
                    caller.get().client().orElse(""));
        }

        private static Outcome judge(Response response, String client) {
            AnswerShape shape = AnswerShape.of(response);
            if (!shape.layer().equals(Optional.of(Layer.FUNCTION)) || response.status() != 200) {
                return Outcome.notTried(
                        shape.answer(response.status()), "a call that is accepted (see the row of the valid token)");
            }
            String said = response.bodyText();
            if (said.contains(ForgedHeaders.SOMEBODY)) {
                return Outcome.failed(
                        naming("the forged caller"),
                        "identity headers that any client can send are"
                                + " trusted: the gateway must delete or override them, and the guard must not read them");
            }
            return !client.isEmpty() && said.contains(client)
                    ? Outcome.passed(naming("the token's client"))
                    : Outcome.notTried(
                            shape.answer(response.status()), "a response of " + OPERATION + " that names the client");
        }

        private static Answer naming(String whom) {
            return new Answer("200", Layer.FUNCTION.title(), "names " + whom);
        }
    }
}

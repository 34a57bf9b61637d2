package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;

/** The row with a valid token and forged identity headers: the function must report the token's client. */
record IdentitySpoofingCheck(ProbeEndpoint gateway, ProbeTarget target, Web web) implements ProbeCheck {
    /** The function that returns its caller. */
    private static final String OPERATION = "whoAmI";

    @Override
    public Question question() {
        return new Question(
                "gateway-forged-identity",
                "gateway: a valid token, headers that name another caller",
                "accepted as the token's client",
                "the caller is identified by the token only");
    }

    @Override
    public Judged judge() {
        Optional<String> token = gateway.tokens().of(TamperedToken.GOOD);
        Optional<UnverifiedCaller> caller = token.flatMap(UnverifiedCaller::read);
        Optional<Operation> operation = target.operations().stream()
                .filter(each -> each.function().equals(OPERATION))
                .findFirst();
        if (caller.isEmpty()) {
            return Judged.notTried(Prerequisites.of(TamperedToken.GOOD, gateway.door(), target.flow()));
        }
        if (operation.isEmpty() || !caller.get().mayCall(operation.get())) {
            return Judged.notTried(
                    "an operation " + OPERATION + " that returns its caller, and a token that may call it");
        }
        Request request = ProbeEndpoint.bearing(ProbeTarget.request(operation.get()), token.orElseThrow());
        Request forged = ForgedHeaders.caller(ForgedHeaders.principal(request), target.operations());
        return judge(
                gateway.answer(web, gateway.keyed(forged)),
                caller.get().client().orElse(""));
    }

    private static Judged judge(Response response, String client) {
        AnswerShape shape = AnswerShape.of(response);
        if (!shape.layer().equals(Optional.of(Layer.FUNCTION)) || response.status() != 200) {
            return Judged.notTried(response.status() + "", "a call that is accepted (see the row of the valid token)");
        }
        String said = response.bodyText();
        if (said.contains(ForgedHeaders.SOMEBODY)) {
            return Judged.failed(
                    "200 by the function, naming the forged caller",
                    "identity headers that any client can send are"
                            + " trusted: the gateway must delete or override them, and the guard must not read them");
        }
        return !client.isEmpty() && said.contains(client)
                ? Judged.passed("200 by the function, naming the token's client")
                : Judged.notTried("200 by the function", "a response of " + OPERATION + " that names the client");
    }
}

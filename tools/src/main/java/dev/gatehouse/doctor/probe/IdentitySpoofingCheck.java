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

/** The row of a good token with forged headers beside it: the function must name the token's client, and nobody else. */
record IdentitySpoofingCheck(ProbeEndpoint gateway, ProbeTarget target, Web web) implements ProbeCheck {
    /** The function that says who calls. */
    private static final String OPERATION = "whoAmI";

    @Override
    public Question question() {
        return new Question(
                "gateway-forged-identity",
                "gateway: a good token, headers that name another caller",
                "let in as the token's client",
                "who calls is told by the token alone");
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
            return Judged.notTried("an operation " + OPERATION + " that says who calls, and a token that may call it");
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
            return Judged.notTried(response.status() + "", "a call that is let in (see the row of the good token)");
        }
        String said = response.bodyText();
        if (said.contains(ForgedHeaders.SOMEBODY)) {
            return Judged.failed(
                    "200 by the function, naming the forged caller",
                    "headers that anybody can send are"
                            + " believed: the gateway must delete or override them, the guard must not read them");
        }
        return !client.isEmpty() && said.contains(client)
                ? Judged.passed("200 by the function, naming the token's client")
                : Judged.notTried("200 by the function", "an answer of " + OPERATION + " that names the client");
    }
}

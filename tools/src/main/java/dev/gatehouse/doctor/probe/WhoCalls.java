package dev.gatehouse.doctor.probe;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.probe.Row.Judged;
import dev.gatehouse.doctor.probe.Row.Question;
import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.local.answer.AnswerShape;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Layer;
import java.util.Optional;

/** The row of a good token with forged headers beside it: the function must name the token's client, and nobody else. */
record WhoCalls(Entrance gateway, Target target, Web web) implements Check {
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
        Optional<String> token = gateway.tokens().of(TokenKind.GOOD);
        Optional<Presented> caller = token.flatMap(Presented::read);
        Optional<Operation> operation = target.operations().stream()
                .filter(each -> each.function().equals(OPERATION))
                .findFirst();
        if (caller.isEmpty()) {
            return Judged.notTried(Needs.of(TokenKind.GOOD, gateway.door(), target.flow()));
        }
        if (operation.isEmpty() || !caller.get().mayCall(operation.get())) {
            return Judged.notTried("an operation " + OPERATION + " that says who calls, and a token that may call it");
        }
        Request request = Entrance.bearing(Target.request(operation.get()), token.orElseThrow());
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

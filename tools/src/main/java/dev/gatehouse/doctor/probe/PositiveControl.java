package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;

/** The row with a call that must be accepted: without it, the refusals of the other rows could have any reason. */
record PositiveControl(ProbeEndpoint entrance, ProbeTarget target, Web web) implements ProbeCheck {

    @Override
    public Question question() {
        return new Question(
                "gateway-good-token",
                "gateway: the client's valid token",
                "accepted",
                "tampered copies of this token are refused because of the tampering");
    }

    @Override
    public Judged judge() {
        Optional<String> token = entrance.tokens().of(TamperedToken.GOOD);
        if (token.isEmpty()) {
            return Judged.notTried(TamperedToken.GOOD.needs(entrance.door(), target.flow()));
        }
        return UnverifiedCaller.read(token.get())
                .flatMap(target::operationFor)
                .map(operation -> judge(ProbeEndpoint.bearing(ProbeTarget.request(operation), token.get())))
                .orElseGet(() -> Judged.notTried("a token with a role or scope of one of the contract's operations"));
    }

    private Judged judge(Request request) {
        Response response = entrance.answer(web, entrance.keyed(request));
        AnswerShape shape = AnswerShape.of(response);
        String actual = LayerNames.answered(response.status(), shape);
        if (shape.reason().equals(AnswerShape.SUBSCRIPTION_KEY)) {
            return Judged.notTried(
                    actual,
                    entrance.key().isPresent()
                            ? "a valid subscription key"
                            : entrance.door().keyOption());
        }
        return shape.layer().filter(Layer.FUNCTION::equals).isPresent() && response.status() < 500
                ? Judged.passed(actual)
                : Judged.failed(
                        actual,
                        "the valid token is refused, so the rows below prove little: 'doctor token' shows what is wrong"
                                + " with the token, 'doctor call' explains the response");
    }
}

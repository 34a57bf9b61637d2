package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.web.Web;
import java.util.Optional;

/** The row with a call that must be accepted: without it, the refusals of the other rows could have any reason. */
record PositiveControl(ProbeEndpoint entrance, ProbeTarget target, Web web) implements ProbeCheck {

    @Override
    public Question question() {
        return entrance.door()
                .question(
                        "good-token",
                        "the client's valid token",
                        "accepted",
                        "tampered copies of this token are refused because of the tampering");
    }

    @Override
    public Outcome judge() {
        Optional<String> token = entrance.tokens().of(TamperedToken.GOOD);
        if (token.isEmpty()) {
            return Outcome.notTried(TamperedToken.GOOD.needs(entrance.door(), target.flow()));
        }
        return UnverifiedCaller.read(token.get())
                .flatMap(target::operationFor)
                .map(operation -> judge(ProbeEndpoint.bearing(ProbeTarget.request(operation), token.get())))
                .orElseGet(() -> Outcome.notTried("a token with a role or scope of one of the contract's operations"));
    }

    private Outcome judge(Request request) {
        Response response = entrance.answer(web, entrance.keyed(request));
        AnswerShape shape = AnswerShape.of(response);
        Answer actual = shape.answer(response.status());
        if (shape.reason().equals(AnswerShape.SUBSCRIPTION_KEY)) {
            return Outcome.notTried(
                    actual,
                    entrance.key().isPresent()
                            ? "a valid subscription key"
                            : entrance.door().keyOption());
        }
        return shape.layer().filter(Layer.FUNCTION::equals).isPresent() && response.status() < 500
                ? Outcome.passed(actual)
                : Outcome.failed(
                        actual,
                        "the valid token is refused, so the rows below prove little: 'doctor token' shows what is wrong"
                                + " with the token, 'doctor call' explains the response");
    }
}

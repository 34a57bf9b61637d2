package dev.gatehouse.doctor.probe;

import dev.gatehouse.doctor.probe.Row.Judged;
import dev.gatehouse.doctor.probe.Row.Question;
import dev.gatehouse.doctor.web.Web;
import dev.gatehouse.local.answer.AnswerShape;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Layer;
import java.util.Optional;

/** The row of a call that must be let in: without it, refusals could have any reason. */
record Served(Entrance entrance, Target target, Web web) implements Check {

    @Override
    public Question question() {
        return new Question(
                "gateway-good-token",
                "gateway: the client's good token",
                "let in",
                "the refusals of its spoiled forms are for what was spoiled");
    }

    @Override
    public Judged judge() {
        Optional<String> token = entrance.tokens().of(TokenKind.GOOD);
        if (token.isEmpty()) {
            return Judged.notTried(Needs.of(TokenKind.GOOD, entrance.door(), target.flow()));
        }
        return Presented.read(token.get())
                .flatMap(target::operationFor)
                .map(operation -> judge(Entrance.bearing(Target.request(operation), token.get())))
                .orElseGet(() -> Judged.notTried("a token with a role or scope of one of the contract's operations"));
    }

    private Judged judge(Request request) {
        Response response = entrance.answer(web, entrance.keyed(request));
        AnswerShape shape = AnswerShape.of(response);
        String actual = Words.answered(response.status(), shape);
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
                        "the good token is not let in, so the rows below prove little: doctor token says what is wrong"
                                + " with a token, doctor call explains the answer");
    }
}

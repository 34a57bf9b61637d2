package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.doctor.web.Web;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row whose calls must all be refused by the same layer.
 *
 * @param hole the security hole to report when that layer lets a call pass
 * @param attempts the calls, or what is missing to make them; evaluated when the row runs
 */
record RefusalCheck(Question question, Expectation expectation, String hole, Supplier<Attempts> attempts, Way way)
        implements ProbeCheck {

    /** The endpoint to call, and the client to call it with. */
    record Way(ProbeEndpoint entrance, Web web) {}

    RefusalCheck(Question question, Expectation expectation, String hole, Way way, Supplier<Attempts> attempts) {
        this(question, expectation, hole, attempts, way);
    }

    /** The verdict of the first call that was not refused; otherwise of the first call that could not be judged. */
    @Override
    public Outcome judge() {
        Attempts made = attempts.get();
        if (made.needs().isPresent()) {
            return Outcome.notTried(made.needs().get());
        }
        Optional<Outcome> undecided = Optional.empty();
        Outcome last = Outcome.notTried("an operation in the contract that requires a caller");
        for (Attempts.Attempt each : made.calls()) {
            last = judged(each);
            if (last.is(CallVerdict.FAILED)) {
                return at(each, made.calls(), last);
            }
            if (last.is(CallVerdict.NOT_TRIED) && undecided.isEmpty()) {
                undecided = Optional.of(at(each, made.calls(), last));
            }
        }
        return undecided.orElse(last);
    }

    private Outcome judged(Attempts.Attempt attempt) {
        ProbeEndpoint entrance = way.entrance();
        return expectation.judge(entrance.answer(way.web(), attempt.request()), entrance, hole);
    }

    private static Outcome at(Attempts.Attempt attempt, List<Attempts.Attempt> all, Outcome judged) {
        return all.size() == 1
                ? judged
                : new Outcome(judged.verdict(), judged.answer(), attempt.operation() + ": " + judged.says());
    }
}

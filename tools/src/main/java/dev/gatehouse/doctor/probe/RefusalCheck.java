package dev.gatehouse.doctor.probe;

import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.ProbeVerdict;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
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

    RefusalCheck(
            ProbeRow.Question question, Expectation expectation, String hole, Way way, Supplier<Attempts> attempts) {
        this(question, expectation, hole, attempts, way);
    }

    /** The verdict of the first call that was not refused; otherwise of the first call that could not be judged. */
    @Override
    public Judged judge() {
        Attempts made = attempts.get();
        if (made.needs().isPresent()) {
            return Judged.notTried(made.needs().get());
        }
        Optional<Judged> undecided = Optional.empty();
        Judged last = Judged.notTried("an operation in the contract that requires a caller");
        for (Attempts.Attempt each : made.calls()) {
            last = judged(each);
            if (last.is(ProbeVerdict.FAILED)) {
                return at(each, made.calls(), last);
            }
            if (last.is(ProbeVerdict.NOT_TRIED) && undecided.isEmpty()) {
                undecided = Optional.of(at(each, made.calls(), last));
            }
        }
        return undecided.orElse(last);
    }

    private Judged judged(Attempts.Attempt attempt) {
        ProbeEndpoint entrance = way.entrance();
        return expectation.judge(entrance.answer(way.web(), attempt.request()), entrance, hole);
    }

    private static Judged at(Attempts.Attempt attempt, List<Attempts.Attempt> all, Judged judged) {
        return all.size() == 1
                ? judged
                : new Judged(judged.verdict(), judged.actual() + " (" + attempt.operation() + ")", judged.says());
    }
}

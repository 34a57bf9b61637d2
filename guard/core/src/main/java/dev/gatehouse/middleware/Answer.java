package dev.gatehouse.middleware;

import dev.gatehouse.token.TokenIds;
import dev.gatehouse.token.Violation;
import java.util.List;
import java.util.Optional;

/** A reply and how it came about, for the log. */
record Answer(
        Outcome outcome,
        Reply reply,
        List<Violation> violations,
        Optional<TokenIds> ids,
        Optional<DelegatedCaller> speaksFor,
        Optional<Throwable> failure) {

    enum Outcome {
        ADMITTED("admitted"),
        OPEN("open"),
        REFUSED("refused"),
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Answer admitted(Reply reply, AdmittedCaller admitted) {
        return new Answer(
                Outcome.ADMITTED,
                reply,
                List.of(),
                Optional.of(admitted.caller().ids()),
                admitted.speaksFor(),
                Optional.empty());
    }

    static Answer open(Reply reply) {
        return new Answer(Outcome.OPEN, reply, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Answer refused(Reply reply, Decision.Refused refused) {
        return new Answer(
                Outcome.REFUSED, reply, refused.violations(), refused.ids(), refused.speaksFor(), Optional.empty());
    }

    /** @param ids of the caller, if one was admitted */
    static Answer failed(Throwable failure, Optional<TokenIds> ids) {
        Reply reply = Reply.of(ProblemType.INTERNAL_ERROR);
        return new Answer(Outcome.FAILED, reply, List.of(), ids, Optional.empty(), Optional.of(failure));
    }
}

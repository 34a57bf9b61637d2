package dev.gatehouse.middleware;

import dev.gatehouse.token.TokenIds;
import java.util.Optional;
import java.util.function.Supplier;

/** What will be answered, once it is decided who calls: a failure on the way can then still be told with the caller. */
record Service(Optional<TokenIds> ids, Supplier<Answer> answer) {

    static Service admitted(AdmittedCaller admitted, SecuredFunction function) {
        return new Service(
                Optional.of(admitted.caller().ids()), () -> Answer.admitted(function.serve(admitted), admitted));
    }

    static Service open(Supplier<Reply> function) {
        return new Service(Optional.empty(), () -> Answer.open(function.get()));
    }

    static Service refused(Reply reply, Decision.Refused refused) {
        return new Service(refused.ids(), () -> Answer.refused(reply, refused));
    }
}

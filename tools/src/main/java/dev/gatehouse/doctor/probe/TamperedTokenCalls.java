package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The calls with tampered tokens at one endpoint. They prove nothing if the valid token itself is refused. */
final class TamperedTokenCalls {
    private final ProbeTarget target;
    private final ProbeEndpoint entrance;
    private final ProbeCheck good;
    private Optional<Boolean> goodComesThrough = Optional.empty();

    /** @param good the row of this endpoint that verifies that the valid token is accepted */
    TamperedTokenCalls(ProbeTarget target, ProbeEndpoint entrance, ProbeCheck good) {
        this.target = target;
        this.entrance = entrance;
        this.good = good;
    }

    /** The row of the valid token; the other rows depend on its result. */
    ProbeCheck good() {
        return new ProbeCheck() {
            @Override
            public Question question() {
                return good.question();
            }

            @Override
            public Outcome judge() {
                Outcome judged = good.judge();
                // an endpoint that lets the call pass too far has still accepted the token
                boolean through = entrance.door() == Door.GATEWAY
                        ? judged.is(CallVerdict.PASSED)
                        : !judged.is(CallVerdict.NOT_TRIED);
                goodComesThrough = Optional.of(through);
                return judged;
            }
        };
    }

    /** One call with a forgery made from the valid token. */
    Attempts from(Function<String, String> forgery) {
        Optional<String> token = entrance.tokens().of(TamperedToken.GOOD);
        return token.isEmpty()
                ? Attempts.needing(needed(TamperedToken.GOOD))
                : one(forgery.apply(token.get()), request -> request);
    }

    /** One call with another token. */
    Attempts with(TamperedToken kind) {
        return with(kind, request -> request);
    }

    Attempts with(TamperedToken kind, UnaryOperator<Request> more) {
        return entrance.tokens()
                .of(kind)
                .map(token -> one(token, more))
                .orElseGet(() -> Attempts.needing(needed(kind)));
    }

    /** Calls of each operation that the token does not allow. */
    Attempts withoutRole(UnaryOperator<Request> more) {
        return Stream.of(TamperedToken.WITHOUT_ROLE, TamperedToken.GOOD)
                .flatMap(kind -> entrance.tokens().of(kind).stream())
                .findFirst()
                .map(token -> refusedTo(token, more))
                .orElseGet(() -> Attempts.needing(needed(TamperedToken.WITHOUT_ROLE)));
    }

    private Attempts refusedTo(String token, UnaryOperator<Request> more) {
        List<Operation> refused = UnverifiedCaller.read(token).stream()
                .flatMap(caller -> target.guarded().stream().filter(each -> !caller.mayCall(each)))
                .toList();
        return refused.isEmpty()
                ? Attempts.needing(
                        needed(TamperedToken.WITHOUT_ROLE) + ", because the valid token may call every operation")
                : Attempts.atEach(refused, request -> keyed(more.apply(request), token));
    }

    private Attempts one(String token, UnaryOperator<Request> more) {
        if (goodComesThrough.isPresent() && !goodComesThrough.get()) {
            return Attempts.needing("a valid token that is accepted (see the row '"
                    + good.question().caller() + "')");
        }
        return operation()
                .map(operation -> Attempts.at(operation, request -> keyed(more.apply(request), token)))
                .orElseGet(() -> Attempts.needing("an operation in the contract that requires a caller"));
    }

    /** An operation that the valid token may call; otherwise the first one. */
    Optional<Operation> operation() {
        return entrance.tokens()
                .of(TamperedToken.GOOD)
                .flatMap(UnverifiedCaller::read)
                .flatMap(target::operationFor)
                .or(() -> target.guarded().stream().findFirst());
    }

    private Request keyed(Request request, String token) {
        return entrance.keyed(ProbeEndpoint.bearing(request, token));
    }

    String needed(TamperedToken kind) {
        return kind.needs(entrance.door(), target.flow());
    }
}

package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The calls of a row.
 *
 * @param needs what is missing to make the calls; empty when there are calls
 */
record Attempts(List<Attempt> calls, Optional<String> needs) {

    record Attempt(String operation, Request request) {}

    static Attempts needing(String what) {
        return new Attempts(List.of(), Optional.of(what));
    }

    static Attempts at(Operation operation, UnaryOperator<Request> tampered) {
        return atEach(List.of(operation), tampered);
    }

    static Attempts atEach(List<Operation> operations, UnaryOperator<Request> tampered) {
        return new Attempts(
                operations.stream()
                        .map(each -> new Attempt(each.function(), tampered.apply(ProbeTarget.request(each))))
                        .toList(),
                Optional.empty());
    }
}

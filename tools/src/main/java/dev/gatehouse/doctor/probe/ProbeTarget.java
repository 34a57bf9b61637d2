package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.deployment.Flow;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is probed.
 *
 * @param operations of the contract; the probe calls those that need a caller
 */
public record ProbeTarget(Flow flow, List<Operation> operations) {
    private static final String NOBODYS =
            "gatehouse-probe-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    public ProbeTarget {
        operations = List.copyOf(operations);
    }

    /** Those whose refusal is asked for. Never one that would delete more than the thing it names, which is not there. */
    List<Operation> guarded() {
        return operations.stream()
                .filter(operation -> !operation.isPublic())
                .filter(operation -> !operation.method().equals("DELETE")
                        || operation.route().contains("{"))
                .toList();
    }

    /** The operation for a caller's good token: reading before writing, and nothing's own before something's. */
    Optional<Operation> operationFor(UnverifiedCaller caller) {
        return Stream.of(true, false)
                .flatMap(plain -> guarded().stream()
                        .filter(each -> plain == isPlain(each))
                        .filter(caller::mayCall))
                .findFirst();
    }

    private static boolean isPlain(Operation operation) {
        return operation.method().equals("GET") && !operation.route().contains("{");
    }

    /** A call of it without a body, on something that is not there: should it be served, it has nothing to do. */
    static Request request(Operation operation) {
        String path = "/" + operation.route().replaceAll("\\{[^}]*}", NOBODYS);
        return new Request(operation.method(), path, Headers.none(), new byte[0]);
    }
}

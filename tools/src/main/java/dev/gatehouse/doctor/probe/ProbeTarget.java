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
 * The deployment to probe.
 *
 * @param operations of the contract; the probe calls those that require a caller
 */
public record ProbeTarget(Flow flow, List<Operation> operations) {
    private static final String NOBODYS =
            "gatehouse-probe-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    public ProbeTarget {
        operations = List.copyOf(operations);
    }

    /** The operations to call. Excludes a DELETE without a parameter, which could delete more than one named item. */
    List<Operation> guarded() {
        return operations.stream()
                .filter(operation -> !operation.isPublic())
                .filter(operation -> !operation.method().equals("DELETE")
                        || operation.route().contains("{"))
                .toList();
    }

    /** The operation to call with a valid token: GET without route parameters is preferred. */
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

    /** A call without a body on an item that does not exist, so that it changes nothing even if it is served. */
    static Request request(Operation operation) {
        String path = "/" + operation.route().replaceAll("\\{[^}]*}", NOBODYS);
        return new Request(operation.method(), path, Headers.none(), new byte[0]);
    }
}

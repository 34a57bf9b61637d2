package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Operation.Example;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request of an operation: its example, or a path with a value for each parameter. */
final class DemoPath {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS"); // RFC 9110, section 9.2.1

    private DemoPath() {}

    static Request request(Operation operation) {
        return operation
                .example()
                .map(example -> of(operation, example))
                .orElseGet(() ->
                        new Request(operation.method(), "/" + filled(operation.route()), Headers.none(), new byte[0]));
    }

    /** Whether a call that is let in changes nothing, or is one that the contract gives as an example. */
    static boolean mayBeServed(Operation operation) {
        return SAFE.contains(operation.method()) || operation.example().isPresent();
    }

    private static Request of(Operation operation, Example example) {
        Headers headers = example.body()
                .map(body ->
                        Headers.none().with("Content-Type", body instanceof String ? "text/plain" : "application/json"))
                .orElseGet(Headers::none);
        String body = example.body()
                .map(value -> value instanceof String text ? text : Json.write(value))
                .orElse("");
        return new Request(operation.method(), "/" + example.path(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String filled(String route) {
        return Stream.of(route.split("/", -1)).map(DemoPath::value).collect(Collectors.joining("/"));
    }

    /** A value that the parameter's constraint accepts, where it is one of type. */
    private static String value(String segment) {
        if (!segment.contains("{")) {
            return segment;
        }
        return segment.replaceAll("\\{[^}]*:guid[^}]*}", "00000000-0000-4000-8000-000000000001")
                .replaceAll("\\{[^}]*:bool[^}]*}", "true")
                .replaceAll("\\{[^}]*:(?:int|long|decimal|double|float|min|max|range)[^}]*}", "1")
                .replaceAll("\\{[^}]*:datetime[^}]*}", "2026-01-01")
                .replaceAll("\\{[^}]*}", "example");
    }
}

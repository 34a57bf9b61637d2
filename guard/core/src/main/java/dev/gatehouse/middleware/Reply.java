package dev.gatehouse.middleware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a function answers; the guard makes the response of it.
 *
 * @param body written as JSON, as {@link dev.gatehouse.json.Json#write} does; a {@link Problem} as problem details
 */
public record Reply(int status, Map<String, String> headers, Object body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object body) {
        return new Reply(200, Map.of(), body);
    }

    /** @param location of what was created, relative to the request's own address */
    public static Reply created(String location, Object body) {
        return new Reply(201, Map.of("Location", location), body);
    }

    public static Reply of(ProblemType type) {
        return of(type, List.of());
    }

    public static Reply of(ProblemType type, List<Problem.FieldError> fields) {
        return problem(new Problem(type.code(), type.status(), type.title(), fields));
    }

    /** The answer while the issuers' keys are not known. */
    public static Reply notReady() {
        return ErrorResponses.keysUnavailable();
    }

    static Reply problem(Problem problem) {
        return new Reply(problem.status(), Map.of(), problem);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}

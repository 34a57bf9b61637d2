package dev.gatehouse.doctor.call;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call, from the token request to the response.
 *
 * @param refusal by Entra; then no call was made
 * @param answer empty when no token was issued
 */
public record CallReport(Asked asked, Optional<EntraRefusal> refusal, Optional<Answer> answer) {

    /** @param client describes the client that requests the token */
    public record Asked(String client, String scope, String method, URI address) {}

    /** @param ids to find the call in logs: header names and their values */
    public record Answer(int status, Meaning meaning, Map<String, String> ids) {
        public Answer {
            ids = Map.copyOf(ids);
        }

        static Answer of(Request sent, Response response) {
            Map<String, String> ids = new LinkedHashMap<>();
            sent.headers().first("traceparent").ifPresent(id -> ids.put("traceparent", id));
            for (String name : new String[] {"x-ms-request-id", "Request-Id", "Request-Context", "x-azure-ref"}) {
                response.headers().first(name).ifPresent(id -> ids.put(name, id));
            }
            return new Answer(response.status(), Meaning.of(response), ids);
        }
    }

    /** Whether the operation was served. */
    public boolean served() {
        return answer.filter(got -> got.status() < 400).isPresent();
    }
}

package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.guid.Guid;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A refusal in Entra's JSON format. */
record ErrorAnswer(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'");

    Response to(Request request, EntraResult.Refused<?> refused) {
        EntraError error = refused.error();
        String correlation = correlationId(request);
        String trace = UUID.randomUUID().toString();
        String time = TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.oauth());
        body.put(
                "error_description",
                refused.description() + " Trace ID: " + trace + " Correlation ID: " + correlation + " Timestamp: "
                        + time);
        body.put("error_codes", List.of(error.code()));
        body.put("timestamp", time);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + error.code());
        if (!error.suberror().isEmpty()) {
            body.put("suberror", error.suberror());
        }
        if (!refused.claims().isEmpty()) {
            body.put("claims", refused.claims());
        }
        return EntraJson.secret(error.status(), body).with("client-request-id", correlation);
    }

    /** The client's id for the call, so that it can find the call; a value that is not a GUID is not repeated. */
    private static String correlationId(Request request) {
        return request.headers()
                .first("client-request-id")
                .filter(Guid::matches)
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}

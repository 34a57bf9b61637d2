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

/** A refusal in Entra's formats: JSON, and the parameters of an answer to a redirect address. */
record ErrorAnswer(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'");

    /** A refusal with the ids by which it can be found. */
    record ErrorReport(EntraResult.Refused<?> refused, String trace, String correlation, String time) {
        String description() {
            return refused.description() + " Trace ID: " + trace + " Correlation ID: " + correlation + " Timestamp: "
                    + time;
        }

        String uri() {
            return "https://login.microsoftonline.com/error?code="
                    + refused.error().code();
        }
    }

    ErrorReport report(Request request, EntraResult.Refused<?> refused) {
        return new ErrorReport(
                refused,
                UUID.randomUUID().toString(),
                correlationId(request),
                TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    Response to(Request request, EntraResult.Refused<?> refused) {
        EntraError error = refused.error();
        ErrorReport report = report(request, refused);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.oauth());
        body.put("error_description", report.description());
        body.put("error_codes", List.of(error.code()));
        body.put("timestamp", report.time());
        body.put("trace_id", report.trace());
        body.put("correlation_id", report.correlation());
        body.put("error_uri", report.uri());
        if (!error.suberror().isEmpty()) {
            body.put("suberror", error.suberror());
        }
        if (!refused.claims().isEmpty()) {
            body.put("claims", refused.claims());
        }
        return EntraJson.secret(error.status(), body).with("client-request-id", report.correlation());
    }

    /** The parameters that a client gets at its redirect address (RFC 6749 §4.1.2.1). */
    Map<String, String> fields(Request request, EntraResult.Refused<?> refused) {
        ErrorReport report = report(request, refused);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", refused.error().oauth());
        fields.put("error_description", report.description());
        fields.put("error_uri", report.uri());
        return fields;
    }

    /** The client's id for the call, so that it can find the call; a value that is not a GUID is not repeated. */
    private static String correlationId(Request request) {
        return request.headers()
                .first("client-request-id")
                .filter(Guid::matches)
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}

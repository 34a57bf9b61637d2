package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.json.Json;
import dev.gatehouse.token.TokenIds;
import dev.gatehouse.token.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Writes one line of JSON per request to the function's log: the operation, what was decided and why. Never a token, a
 * header's value, a query or a body.
 */
final class AuditLog {
    private AuditLog() {}

    static void write(ExecutionContext context, Answer answer, Optional<String> traceId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "decision");
        line.put("operation", context.getFunctionName());
        line.put("outcome", answer.outcome().word());
        line.put("status", answer.reply().status());
        if (!answer.violations().isEmpty()) {
            line.put(
                    "reasons",
                    answer.violations().stream().map(AuditLog::reason).toList());
        }
        if (answer.reply().body() instanceof Problem problem
                && answer.violations().isEmpty()) {
            line.put("problem", problem.code());
        }
        answer.failure().ifPresent(failure -> line.put("failure", Failure.describe(failure)));
        answer.ids().ifPresent(ids -> put(line, ids));
        answer.speaksFor().ifPresent(caller -> line.put("speaksFor", ids(caller)));
        traceId.ifPresent(id -> line.put("traceId", id));
        Correlation.spanId(context).ifPresent(id -> line.put("spanId", id));
        context.getLogger().log(level(answer.outcome()), Json.write(line));
    }

    private static Map<String, String> reason(Violation violation) {
        Map<String, String> reason = new LinkedHashMap<>();
        reason.put("code", violation.reason().code());
        reason.put("expected", violation.expected());
        reason.put("actual", violation.actual());
        return reason;
    }

    private static void put(Map<String, Object> line, TokenIds ids) {
        ids.uniqueId().ifPresent(uti -> line.put("uti", uti));
        ids.client().ifPresent(client -> line.put("client", client));
        ids.objectId().ifPresent(oid -> line.put("oid", oid));
    }

    private static Map<String, String> ids(DelegatedCaller caller) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("client", caller.client());
        ids.put("oid", caller.objectId());
        return ids;
    }

    private static Level level(Answer.Outcome outcome) {
        return switch (outcome) {
            case ADMITTED, OPEN -> Level.INFO;
            case REFUSED -> Level.WARNING;
            case FAILED -> Level.SEVERE;
        };
    }
}

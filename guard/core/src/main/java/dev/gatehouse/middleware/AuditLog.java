package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.json.Json;
import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of JSON per call to the function's log: the operation, what was decided and why. Never a token, a header's value,
 * a query or a body.
 */
record AuditLog(String function, ExecutionContext context, Decision decision) {
    private static final int MAX_CAUSES = 5;
    private static final int MAX_FRAMES = 12;

    void refused(HttpResponseMessage refusal) {
        if (decision instanceof Decision.Failed failed) {
            write(Level.SEVERE, "failed", refusal.getStatusCode(), failed.fault());
        } else {
            write(Level.WARNING, "refused", refusal.getStatusCode(), null);
        }
    }

    /** @param response null where the function returned nothing, which the host answers with 204 */
    void answered(@Nullable HttpResponseMessage response) {
        String outcome = decision instanceof Decision.Open ? "open" : "admitted";
        write(Level.INFO, outcome, response == null ? 204 : response.getStatusCode(), null);
    }

    /** The host answers 500 for whatever a function throws. */
    void failed(Throwable thrown) {
        write(Level.SEVERE, "failed", 500, thrown);
    }

    private void write(Level level, String outcome, int status, @Nullable Throwable failure) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "decision");
        line.put("operation", function);
        line.put("outcome", outcome);
        line.put("status", status);
        if (decision instanceof Decision.Refused refused) {
            line.put(
                    "reasons", refused.refusals().stream().map(AuditLog::reason).toList());
        }
        if (failure != null) {
            line.put("failure", describe(failure));
        }
        ids().ifPresent(ids -> put(line, ids));
        onBehalfOf().ifPresent(caller -> line.put("onBehalfOf", caller));
        Correlation.traceId(context).ifPresent(id -> line.put("traceId", id));
        Correlation.spanId(context).ifPresent(id -> line.put("spanId", id));
        context.getLogger().log(level, Json.write(line));
    }

    private Optional<TokenIds> ids() {
        return decision instanceof Decision.Refused refused
                ? refused.ids()
                : decision instanceof Decision.Admitted admitted ? Optional.of(admitted.ids()) : Optional.empty();
    }

    private Optional<Map<String, String>> onBehalfOf() {
        if (decision instanceof Decision.Refused refused) {
            return refused.onBehalfOf().map(caller -> pair(caller.client(), caller.objectId()));
        }
        return decision.letIn()
                .filter(caller -> caller.actor().isPresent())
                .map(caller -> pair(caller.client(), caller.objectId()));
    }

    private static Map<String, String> reason(CheckResult refusal) {
        Map<String, String> reason = new LinkedHashMap<>();
        reason.put("code", refusal.reason().code());
        reason.put("expected", refusal.expected());
        reason.put("actual", refusal.actual());
        return reason;
    }

    private static void put(Map<String, Object> line, TokenIds ids) {
        ids.uniqueId().ifPresent(uti -> line.put("uti", uti));
        ids.client().ifPresent(client -> line.put("client", client));
        ids.objectId().ifPresent(oid -> line.put("oid", oid));
    }

    private static Map<String, String> pair(String client, String objectId) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("client", client);
        ids.put("oid", objectId);
        return ids;
    }

    /** What a function threw: a message may quote the request, so it goes through {@link Redaction}. */
    private static List<String> describe(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
            lines.add(each.getClass().getName() + ": " + Redaction.of(String.valueOf(each.getMessage())));
            Arrays.stream(each.getStackTrace()).limit(MAX_FRAMES).forEach(frame -> lines.add("at " + frame));
            each = each.getCause();
        }
        return lines;
    }
}

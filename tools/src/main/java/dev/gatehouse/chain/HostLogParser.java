package dev.gatehouse.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Traces;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the decisions of host and guard about recorded requests from the host's log, and passes every line on. Only
 * whole lines in the host's own formats are read, never output of an app or the continuation lines of a message.
 */
final class HostLogParser implements Consumer<String> {
    /** The built-in host's line. */
    private static final Pattern HOST = Pattern.compile("\\[host] (\\{\"event\":\"host\",.*})");

    /** The guard's line, as logged by the built-in host, or by Core Tools after a timestamp. */
    private static final Pattern DECISION = Pattern.compile(
            "\\[(?:(?:info|warn|error)] [\\w-]+:|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z]) (\\{\"event\":\"decision\",.*})");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Traces traces;
    private final boolean tellsSpans;
    private final Consumer<String> log;

    /** @param tellsSpans whether the host's lines contain the span id of the call; otherwise only the trace id is compared */
    HostLogParser(Traces traces, boolean tellsSpans, Consumer<String> log) {
        this.traces = traces;
        this.tellsSpans = tellsSpans;
        this.log = log;
    }

    @Override
    public void accept(String line) {
        log.accept(line);
        if (line.endsWith("}")) {
            read(HOST, line).ifPresent(decision -> recording(decision)
                    .ifPresent(
                            trace -> trace.fromTheHost(spanId(decision), held -> new HostSteps(decision).above(held))));
            read(DECISION, line).ifPresent(decision -> recording(decision)
                    .ifPresent(trace -> trace.hold(new GuardSteps(decision).all())));
        }
    }

    private Optional<Recording> recording(JsonNode decision) {
        Optional<String> span = tellsSpans ? Optional.of(spanId(decision)) : Optional.empty();
        return traces.awaitingTheHost(decision.path("traceId").asText(""), span);
    }

    private static String spanId(JsonNode decision) {
        return decision.path("spanId").asText("");
    }

    private static Optional<JsonNode> read(Pattern form, String line) {
        Matcher match = form.matcher(line);
        try {
            return match.matches() ? Optional.of(JSON.readTree(match.group(1))) : Optional.empty();
        } catch (JsonProcessingException another) {
            return Optional.empty();
        }
    }
}

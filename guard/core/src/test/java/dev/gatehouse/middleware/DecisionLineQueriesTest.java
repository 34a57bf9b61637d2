package dev.gatehouse.middleware;

import static dev.gatehouse.fixtures.InfraFiles.all;
import static dev.gatehouse.fixtures.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.TraceContext;
import dev.gatehouse.fixtures.InfraFiles;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.TokenIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the monitoring's KQL with the decision line. */
class DecisionLineQueriesTest {
    private static final String BEGINNING = "{\"event\":\"decision\"";
    private static final String FILTER = "Message startswith '" + BEGINNING + "'";
    private static final Pattern FIELD = Pattern.compile("\\bdecision((?:\\.\\w+)+)");
    private static final Pattern EXPANDED = Pattern.compile("mv-expand (\\w+) = decision(\\.\\w+)");
    private static final Pattern OUTCOME = Pattern.compile("decision\\.outcome [!=]= \"(\\w*)\"");
    private static final Pattern INDEXED = Pattern.compile("(decision\\[)");

    static List<Path> queries() {
        return InfraFiles.in("queries", ".kql");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void readsOnlyWhatTheDecisionLineHas(Path query) throws JsonProcessingException {
        assertThat(unknown(text(query))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| extend x = decision.user",
                "| extend x = decision.onBehalfOf.name",
                "| extend x = decision.Status",
                "| mv-expand r = decision.reasons | extend x = r.message",
                "| mv-expand r = decision.violations",
                "| where decision.outcome == \"denied\"",
                "| extend x = decision[\"operation\"]",
            })
    void findsAFieldOrAWordThatTheDecisionLineLacks(String changed) throws JsonProcessingException {
        assertThat(unknown(changed)).isNotEmpty();
    }

    @Test
    void theDecisionLineBeginsAsTheQueriesExpect() {
        assertThat(lines()).hasSize(3).allMatch(line -> line.startsWith(BEGINNING));
    }

    /** A client may send the same trace id twice; each call has its own span. */
    @Test
    void theDecisionLineHasTheTraceAndTheCallWithinIt() throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        new AuditLog("x", context(lines), new Decision.Open()).answered(null);

        JsonNode read = new ObjectMapper().readTree(lines.get(0));
        assertThat(read.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(read.path("spanId").asText()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void everyQueryFindsTheLineInTheSameWay() {
        assertThat(queries()).anyMatch(query -> text(query).contains(FILTER)).allSatisfy(query -> assertThat(
                        text(query).contains(FILTER))
                .isEqualTo(text(query).contains("decision.")));
    }

    private static Set<String> unknown(String query) throws JsonProcessingException {
        Set<String> read = all(FIELD, query);
        for (MatchResult expanded : EXPANDED.matcher(query).results().toList()) {
            all(Pattern.compile("(?<!\\.)\\b" + expanded.group(1) + "(\\.\\w+)"), query)
                    .forEach(field -> read.add(expanded.group(2) + field));
        }
        read.removeAll(written());
        Set<String> words = all(OUTCOME, query);
        words.removeAll(Set.of("admitted", "open", "refused", "failed"));
        read.addAll(words);
        read.addAll(all(INDEXED, query));
        return read;
    }

    /** The path of every field, such as {@code .reasons.code}. */
    private static Set<String> written() throws JsonProcessingException {
        Set<String> paths = new HashSet<>();
        for (String line : lines()) {
            collect("", new ObjectMapper().readTree(line), paths);
        }
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        paths.add(path);
        node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), paths));
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, paths));
        }
    }

    /** A refusal with every field, a public operation, a failure. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        ExecutionContext context = context(lines);
        TokenIds ids = new TokenIds(Optional.of("u"), Optional.of("c"), Optional.of("o"));
        Optional<DelegatedCaller> caller = Optional.of(new DelegatedCaller("c", "o", List.of(), List.of()));
        List<CheckResult> violations = List.of(CheckResult.refused(Reason.EXPIRED, "later", "earlier"));
        HttpResponseMessage refusal = mock(HttpResponseMessage.class);
        when(refusal.getStatusCode()).thenReturn(401);
        new AuditLog("x", context, new Decision.Refused(violations, Optional.of(ids), caller, List.of(), Duration.ZERO))
                .refused(refusal);
        new AuditLog("x", context, new Decision.Open()).answered(null);
        new AuditLog("x", context, new Decision.Failed(new IllegalStateException())).refused(refusal);
        return lines;
    }

    private static ExecutionContext context(List<String> lines) {
        TraceContext trace = mock(TraceContext.class);
        when(trace.getTraceparent()).thenReturn("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Logger logger = mock(Logger.class);
        doAnswer(call -> lines.add(call.getArgument(1))).when(logger).log(any(Level.class), anyString());
        ExecutionContext context = mock(ExecutionContext.class);
        when(context.getTraceContext()).thenReturn(trace);
        when(context.getLogger()).thenReturn(logger);
        return context;
    }
}

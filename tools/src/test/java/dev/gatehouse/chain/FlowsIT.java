package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.demo.DemoFunctions;
import dev.gatehouse.chain.demo.Demonstration;
import dev.gatehouse.chain.trace.KeptTraces;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenKit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration in every flow, under every variant of the policies that ship. */
class FlowsIT {

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void everyCallIsAnsweredAsExpectedAndNoTokenIsShown(String snapshot) {
        try (RunningChain running = RunningChain.shared(Snapshots.read(snapshot))) {
            List<CallRow> rows = new Demonstration(
                            running.chain(),
                            running.tenant(),
                            new Demonstration.Options(
                                    DemoFunctions.of(ChainOptions.ofSample(Path.of(""), line -> {})
                                            .staging()),
                                    false))
                    .run(row -> {});

            assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> row.is(CallVerdict.PASSED));
            String log = String.join("\n", running.log());
            assertThat(log).contains("\"event\":\"decision\"").doesNotContainPattern(TokenKit.HEADER);
            assertThat(log).doesNotContain(running.chain().keys().secrets());
            assertThat(log.contains("\"onBehalfOf\":{")).isEqualTo(snapshot.startsWith(Snapshots.GATEWAY_IDENTITY));
            assertThatNoTraceShowsASecret(running);
        }
    }

    private static void assertThatNoTraceShowsASecret(RunningChain running) {
        String traces = KeptTraces.of(running.chain().traces()).stream()
                .map(TraceJson::write)
                .collect(Collectors.joining());
        List<String> secrets =
                new ArrayList<>(running.chain().keys().host().host().values());
        secrets.add(running.chain().keys().host().master());
        secrets.add(running.chain().keys().subscription());
        secrets.add(running.secret().value());
        secrets.add(running.chain().traces().debugToken());

        assertThat(traces).contains("\"claims\"", "\"layer\" : \"GUARD\"", "\"verdict\" : \"REFUSED\"");
        assertThat(secrets).allSatisfy(secret -> assertThat(traces).doesNotContain(secret));
        assertThat(traces).doesNotContainPattern(TokenKit.HEADER).doesNotContain("no-line");
        // a signature of RS256 has 342 characters, and nothing else in a trace is half as long and unbroken
        assertThat(traces).doesNotContainPattern("[A-Za-z0-9_-]{100,}");
    }
}

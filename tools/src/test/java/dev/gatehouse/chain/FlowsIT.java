package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.local.demo.Demonstration;
import dev.gatehouse.local.demo.Row;
import dev.gatehouse.local.journey.JourneyJson;
import dev.gatehouse.local.journey.KeptJourneys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration in every flow, under every variant of the policies that ship. */
class FlowsIT {

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void everyCallIsAnsweredAsExpectedAndNobodyShowsAToken(String snapshot) {
        try (RunningChain running = RunningChain.start(Snapshots.read(snapshot))) {
            List<Row> rows = new Demonstration(running.chain(), running.secret()).run(row -> {});

            assertThat(rows).hasSizeGreaterThan(20).allMatch(Row::ok);
            String log = String.join("\n", running.log());
            assertThat(log).contains("\"event\":\"decision\"").doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
            assertThat(log).doesNotContain(running.chain().keys().secrets());
            assertThat(log.contains("\"speaksFor\":{")).isEqualTo(snapshot.startsWith(Snapshots.GATEWAY_IDENTITY));
            assertThatNoJourneyShowsASecret(running);
        }
    }

    private static void assertThatNoJourneyShowsASecret(RunningChain running) {
        String journeys = KeptJourneys.of(running.chain().journeys()).stream()
                .map(JourneyJson::write)
                .collect(Collectors.joining());
        List<String> secrets =
                new ArrayList<>(running.chain().keys().host().host().values());
        secrets.add(running.chain().keys().host().master());
        secrets.add(running.chain().keys().subscription());
        secrets.add(running.secret().value());
        secrets.add(running.chain().journeys().debugToken());

        assertThat(journeys).contains("\"claims\"", "\"layer\" : \"GUARD\"", "\"verdict\" : \"REFUSED\"");
        assertThat(secrets).allSatisfy(secret -> assertThat(journeys).doesNotContain(secret));
        assertThat(journeys).doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}").doesNotContain("no-line");
        // a signature of RS256 has 342 characters, and nothing else in a journey is half as long and unbroken
        assertThat(journeys).doesNotContainPattern("[A-Za-z0-9_-]{100,}");
    }
}

package dev.gatehouse.infra;

import static dev.gatehouse.fixtures.InfraFiles.all;
import static dev.gatehouse.fixtures.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixtures.InfraFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the monitoring's KQL together with the policies whose traces it reads and the Bicep that loads it. */
class QueriesTest {
    private static final Pattern OUR_METADATA = Pattern.compile("\\bProperties\\.(\\w+)");
    private static final Pattern AZURES_PROPERTY = Pattern.compile("\\bProperties\\[['\"]([^'\"]+)['\"]]");
    private static final Pattern TRACED = Pattern.compile("<metadata name=\"(\\w+)\"");
    private static final Pattern LOADED = Pattern.compile("loadTextContent\\('queries/([^']+)'\\)");
    private static final Pattern GIVEN = Pattern.compile("\\blet (\\w+) =");
    /** Given as it is, or as the end of a line of case(). */
    private static final Pattern HOP = Pattern.compile("(?m)(?:Hop = |, (?=\"[^\"]+\",?$)|^    (?=\"))\"([^\"]+)\"");

    private static final Set<String> FREE = Set.of("functionApp", "publicFunctions", "trace");

    static List<Path> queries() {
        return InfraFiles.in("queries", ".kql");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void readsOnlyWhatEveryPolicyTracesAndAzureSets(Path query) {
        assertThat(untraced(text(query))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Properties.Client", "Properties.reason", "Properties[\"Reason\"]", "Properties['API']"})
    void findsMetadataThatNobodyWrites(String spoiled) {
        assertThat(untraced("| where isnotempty(" + spoiled + ")")).isNotEmpty();
    }

    @Test
    void everyQueryIsLoadedByBicepAndThereIsNoOther() {
        Set<String> loaded = new HashSet<>();
        InfraFiles.in("", ".bicep").forEach(bicep -> loaded.addAll(all(LOADED, text(bicep))));

        assertThat(queries()).extracting(path -> path.getFileName().toString()).hasSameElementsAs(loaded);
    }

    @Test
    void everyQueryGetsTheNamesThatItTakesFromTheDeployment() {
        Set<String> always = all(GIVEN, text(Path.of("infra/monitoring.bicep")));
        for (Path bicep : InfraFiles.in("", ".bicep")) {
            Set<String> missing = new HashSet<>(FREE);
            missing.removeAll(always);
            missing.removeAll(all(GIVEN, text(bicep)));
            for (String query : all(LOADED, text(bicep))) {
                assertThat(words(text(Path.of("infra/queries", query))))
                        .as("%s in %s", query, bicep)
                        .noneMatch(missing::contains);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void saysFirstWhatItAnswers(Path query) {
        assertThat(text(query)).startsWith("// ").contains("?");
    }

    /** The alert takes the availability tests' own refusals off again: it knows them by the beginning of their name. */
    @Test
    void knowsTheAvailabilityTestsThatTheGatewayRefuses() {
        assertThat(text(Path.of("infra/queries/alert-refusals-rise.kql"))).contains("Name startswith \"gateway-\"");
        assertThat(all(
                        Pattern.compile("name: '([\\w-]+)'\\s+url: '\\$\\{gatewayUrl}"),
                        text(Path.of("infra/availability.bicep"))))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("gateway-"));
    }

    /** The hops that a query names are the layers, by the words that the tools have for them. */
    @ParameterizedTest
    @ValueSource(strings = {"refusals-by-hop.kql", "one-call.kql", "latency-by-hop.kql"})
    void namesTheHopsAsTheToolsDo(String query) {
        Set<String> layers = Arrays.stream(Layer.values()).map(Layer::title).collect(Collectors.toSet());
        Set<String> hops = all(HOP, text(Path.of("infra/queries", query)));

        assertThat(hops).hasSizeGreaterThan(2);
        assertThat(hops).allSatisfy(hop -> assertThat(layers)
                .containsAll(List.of(hop.replaceFirst("^\\d ", "").split(", | or "))));
    }

    @Test
    void introducesTheHopsInTheirOrder() {
        String way = Arrays.stream(Layer.values()).map(Layer::title).collect(Collectors.joining(" → "));

        assertThat(text(Path.of("infra/workbook.bicep"))).contains("**" + way + "**");
        assertThat(text(Path.of("docs/monitoring.md"))).contains("**" + way + "**");
    }

    private static Set<String> untraced(String query) {
        Set<String> read = all(OUR_METADATA, query);
        InfraFiles.in("policies", ".xml").stream()
                .filter(policy -> policy.getFileName().toString().startsWith("api-"))
                .map(policy -> all(TRACED, text(policy)))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseThrow()
                .forEach(read::remove);
        Set<String> azures = all(AZURES_PROPERTY, query);
        azures.removeAll(Set.of("Service Type", "API Name", "Operation Name", "Subscription Name"));
        read.addAll(azures);
        return read;
    }

    private static List<String> words(String query) {
        return List.of(query.replaceAll("(?m)^//.*$", "").split("\\W+"));
    }
}

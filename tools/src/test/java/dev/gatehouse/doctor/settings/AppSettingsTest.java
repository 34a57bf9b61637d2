package dev.gatehouse.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.doctor.token.Examined;
import dev.gatehouse.doctor.token.GivenExports;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.fixtures.Snapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that the host reads, as exported from Azure. */
class AppSettingsTest {
    private static final LayerConfiguration SETUP =
            LayerConfiguration.azure(Examined.contract(), Deployment.of(Snapshots.read(Snapshots.MAIN)));

    static Stream<Arguments> settings() {
        return StreamSupport.stream(GivenExports.table("settings-cases.json").spliterator(), false)
                .map(row -> arguments(row.path("name").asText(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void findsWhatIsWrongAndNothingElse(String name, JsonNode row) {
        Map<String, String> settings = new LinkedHashMap<>();
        row.path("settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        Optional<SiteFacts> site = Optional.of(row.path("site"))
                .filter(JsonNode::isObject)
                .map(facts -> new SiteFacts(facts, OptionalInt.of(17)));
        List<SettingReport> wrong = new SettingsExamination(SETUP)
                .ofApp(settings, false, site).stream()
                        .filter(SettingReport::isWrong)
                        .toList();

        if (row.path("wrong").asText().isEmpty()) {
            assertThat(wrong).isEmpty();
        } else {
            assertThat(wrong).singleElement().satisfies(report -> {
                assertThat(report.setting()).isEqualTo(row.path("wrong").asText());
                assertThat(report.fix())
                        .containsPattern(Pattern.compile(row.path("fix").asText()));
            });
        }
    }

    @Test
    void aShellsEnvironmentIsNoApp() {
        assertThat(new SettingsExamination(SETUP)
                        .ofApp(Map.of("PATH", "/bin", "HOME", "/root"), true, Optional.empty()))
                .allMatch(report -> report.setting().startsWith("GATEHOUSE_"));
    }

    @Test
    void anAppWithoutTheGuardIsNotBlamedForItsSettings() {
        assertThat(new SettingsExamination(SETUP)
                        .ofApp(
                                Map.of(
                                        "FUNCTIONS_WORKER_RUNTIME",
                                        "java",
                                        "AzureWebJobsStorage__accountName",
                                        "stcontoso"),
                                false,
                                Optional.empty()))
                .noneMatch(SettingReport::isWrong);
    }

    @Test
    void neverRepeatsTheValueOfAConnection() {
        String key = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC1zZWNyZXQ=";

        assertThat(new SettingsExamination(SETUP)
                        .ofApp(
                                Map.of(
                                        "FUNCTIONS_WORKER_RUNTIME",
                                        "java",
                                        "AzureWebJobsStorage",
                                        "AccountName=st;AccountKey=" + key,
                                        "AzureWebJobStorage",
                                        key),
                                false,
                                Optional.empty())
                        .toString())
                .doesNotContain(key);
    }
}

package dev.gatehouse.infra;

import static dev.gatehouse.fixtures.InfraFiles.all;
import static dev.gatehouse.fixtures.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.InfraFiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An alert says "what to do first" by naming a heading of the document. */
class MonitoringDocumentTest {
    private static final String DOCUMENT = text(Path.of("docs/monitoring.md"));

    @Test
    void everyAlertHasAHeadingAndEveryHeadingIsAnAlert() {
        Pattern name = Pattern.compile("(?m)^ +name: '([a-z-]+)'$");
        Set<String> alerts = all(name, text(Path.of("infra/availability.bicep")));
        alerts.addAll(all(name, text(Path.of("infra/alerts.bicep"))));

        assertThat(alerts).hasSizeGreaterThan(4).hasSameElementsAs(all(Pattern.compile("(?m)^### (.+)$"), DOCUMENT));
    }

    @Test
    void everyQueryItNamesIsThere() {
        assertThat(InfraFiles.in("queries", ".kql"))
                .extracting(path -> path.getFileName().toString())
                .containsAll(all(Pattern.compile("([a-z-]+\\.kql)"), DOCUMENT));
    }
}

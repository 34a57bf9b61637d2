package dev.gatehouse.doctor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.doctor.explain.Condition.Key;
import dev.gatehouse.doctor.explain.Condition.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final CauseCatalogue CATALOGUE = CauseCatalogue.read();
    private static final Explainer EXPLAINER = new Explainer();

    static Collection<KnownCause> causes() {
        return CATALOGUE.causes().values();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyCauseIsComplete(KnownCause cause) {
        KnownCause.Text text = cause.text();

        assertThat(cause.id()).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z0-9]+)*");
        assertThat(cause.when()).isNotEmpty();
        assertThat(List.of(text.layer(), text.means(), text.fix(), text.who(), text.where(), text.heading()))
                .allSatisfy(part -> assertThat(part).isNotBlank());
        assertThat(text.source()).matches("https://\\S+|docs/\\S+");
        assertThat(text.means()).endsWith(".");
        assertThat(cause.hides())
                .allSatisfy(hidden -> assertThat(causes().stream().map(KnownCause::id))
                        .anyMatch(id -> hidden.endsWith("*")
                                ? id.startsWith(hidden.substring(0, hidden.length() - 1))
                                : id.equals(hidden)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "700211", "700212", "700213", "70021", "7002138", "650052", "650053", "500014", "50001", "50011",
                "50076", "50079", "50126", "53000", "70000", "70008", "700024", "7000114", "90072", "9002313",
                "9002326", "500208", "65001", "65004", "501051", "50105", "500011", "500131", "50013", "700016",
                "7000215", "7000222", "700027", "90002", "1002012", "650057", "650056", "65005", "90094", "90009",
                "500133", "7000218", "7000229", "7000112", "700025", "700022", "70001", "70002", "70003", "70011",
                "28002", "28003", "900023", "50194", "9001023", "900144", "901002", "50020", "50146", "501461", "53003"
            })
    void everyCodeThatClientsMeetHasACause(String code) {
        PasteExplanation explanation = EXPLAINER.of("AADSTS" + code + ": said by Entra.");

        assertThat(explanation.cause()).isPresent();
        assertThat(explanation.first().orElseThrow().cause().text().layer()).isEqualTo("Entra");
        assertThat(EXPLAINER
                        .of("{\"error\":\"invalid_request\",\"error_codes\":[" + code + "]}")
                        .cause())
                .isEqualTo(explanation.cause());
    }

    /** As Microsoft's library writes them, in every version. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10223", "10222", "10224", "10225", "10230", "10231", "10214", "10206", "10208", "10205", "10211",
                        "10204", "10511",
                "10504", "10503", "10517", "10501", "10516", "10500", "14100", "14120", "14121", "14122", "14111",
                        "12741", "12709",
                "10508", "14102", "12729", "14101", "12723", "10209", "10609", "10618", "10612", "14309", "10256",
                        "10257", "20803",
                "40001", "40003", "40004", "40009", "40011", "40005", "40012", "10514"
            })
    void everyCodeOfTheTokenLibraryHasACause(String code) {
        assertThat(EXPLAINER.of("IDX" + code + ": said by the library.").cause())
                .isPresent();
    }

    @Test
    void theGuideHasTheSameHeadingsAndNoOther() throws IOException {
        String guide = Files.readString(Path.of("docs/troubleshooting.md"));
        Set<String> used =
                causes().stream().map(cause -> cause.text().heading()).collect(Collectors.toSet());
        used.addAll(Set.of(
                "Where to look first",
                "Entra issues no token",
                "Codes of the token library",
                "The function fails",
                "The deployment fails"));

        assertThat(headings("#{2,3} ", guide)).containsAll(used);
        assertThat(headings("### (?=[A-Z])", guide)).isSubsetOf(used);
    }

    /** A row that is missing is in the failure's message, to be copied from there. */
    @ParameterizedTest
    @MethodSource("causes")
    void theGuideHasARowForEveryCause(KnownCause cause) throws IOException {
        String heading = GuideRow.heading(cause);
        if (Character.isUpperCase(heading.charAt(0)) && !heading.equals("Where to look first")) {
            String section = Files.readString(Path.of("docs/troubleshooting.md"))
                    .split("\n### " + Pattern.quote(heading) + "\n", 2)[1]
                    .split("\n##", 2)[0];

            assertThat(section).contains(GuideRow.of(cause));
        }
    }

    private static List<String> headings(String mark, String guide) {
        return Pattern.compile("^" + mark + "(.+)$", Pattern.MULTILINE)
                .matcher(guide)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static Stream<Arguments> conditions() {
        return causes().stream().flatMap(cause -> cause.when().stream()
                .filter(condition -> text(condition) != null)
                .map(condition -> Arguments.of(cause.id(), condition)));
    }

    /** Two causes that explain each other would both be consequences, and none would be first. */
    @ParameterizedTest
    @MethodSource("causes")
    void noCauseExplainsOneThatExplainsIt(KnownCause cause) {
        assertThat(causes().stream().filter(other -> cause.explains(other) && other.explains(cause)))
                .isEmpty();
    }

    /** No condition is dead: a text made of its words and keys is recognised. */
    @ParameterizedTest
    @MethodSource("conditions")
    void everyConditionCanBeMet(String id, Condition condition) {
        Signals signals = Signals.in(Paste.of(text(condition)), CATALOGUE.phrases());

        assertThat(condition.in(signals)).isNotEmpty();
    }

    /** Null where a condition asks for the details of a message, a token or an answer. */
    private static String text(Condition condition) {
        StringBuilder text = new StringBuilder();
        for (Condition.Atom atom : condition.atoms()) {
            if (atom instanceof Words words && !words.absent()) {
                text.append(String.join(" ... ", words.parts())).append('\n');
            } else if (atom instanceof Key key && !key.absent()) {
                if (!key.details().isEmpty() || key.key().matches("answer:.*|document:.*|token")) {
                    return null;
                }
                text.append(written(key.key())).append('\n');
            }
        }
        return text.toString();
    }

    private static String written(String key) {
        String name = key.substring(key.indexOf(':') + 1).replace("*", "Some");
        if (key.startsWith("code:")) {
            return "\"code\":\"" + name + "\"";
        }
        if (key.startsWith("exception:")) {
            return "java.lang." + name + (key.endsWith("*") ? "Exception" : "") + ": said";
        }
        if (key.startsWith("reason:")) {
            return "\"lastError\":{\"reason\":\"" + name + "\"}";
        }
        if (key.startsWith("guard:")) {
            return "urn:gatehouse:problem:" + name;
        }
        return key.startsWith("http:") ? "HTTP/1.1 " + name + " Said" : name;
    }
}

package dev.gatehouse.infra;

import static dev.gatehouse.fixtures.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/walkthrough.md} quotes of {@code infra} is there, letter by letter and in that order. */
class WalkthroughTest {
    private static final String DOCUMENT = text(Path.of("docs/walkthrough.md"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:bicep|xml)\\n(.*?)^```$");
    private static final Pattern SOURCE =
            Pattern.compile("(?://|<!--) (infra/[\\w/-]+\\.(?:bicep|xml))(?:, (\\w+))?(?: -->)?");

    /** Lines of a file, and the declaration that they are in: empty in a policy. */
    private record Quote(Path file, String symbol, List<String> lines) {
        static Quote of(String block) {
            List<String> lines = block.lines().toList();
            var source = SOURCE.matcher(lines.get(0));
            assertThat(source.matches()).as(lines.get(0)).isTrue();
            String symbol = source.group(2) == null ? "" : source.group(2);
            return new Quote(Path.of(source.group(1)), symbol, lines.subList(1, lines.size()));
        }

        /** The file's lines from the symbol's declaration up to the next one. */
        List<String> declaration() {
            List<String> all = text(file).lines().toList();
            return Stream.concat(
                            all.stream().dropWhile(line -> !declares(line)).limit(1),
                            all.stream()
                                    .dropWhile(line -> !declares(line))
                                    .skip(1)
                                    .takeWhile(line -> line.isEmpty() || !Character.isLetter(line.charAt(0))))
                    .toList();
        }

        private boolean declares(String line) {
            return symbol.isEmpty() || line.matches("(?:resource|param|var|output|module) " + symbol + " .*");
        }
    }

    static List<Quote> quotes() {
        return BLOCK.matcher(DOCUMENT)
                .results()
                .map(block -> Quote.of(block.group(1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void quotesWhatIsInTheFile(Quote quote) {
        assertThat(quote.lines()).isNotEmpty();
        assertThat(quote.declaration()).containsSubsequence(quote.lines());
    }

    /** One of each: the two flows, and every step that the portal is clicked for but those without Bicep. */
    @Test
    void hasAQuoteInEveryStepThatConfiguresAzure() {
        List<String> steps = Pattern.compile("(?ms)^## \\d+\\. (.*?)(?=^## |\\z)")
                .matcher(DOCUMENT)
                .results()
                .map(MatchResult::group)
                .filter(step -> step.contains("**Portal:**") && !step.contains("No line of Bicep"))
                .toList();

        assertThat(steps).hasSizeGreaterThan(9).allMatch(step -> step.contains("```bicep"));
    }

    /** The version of tokens is found under the name of the old manifest and of today's. */
    @Test
    void namesTheTokenVersionsPropertyAsBothManifestsDo() {
        assertThat(DOCUMENT).contains("`accessTokenAcceptedVersion`", "`requestedAccessTokenVersion`, under `api`");
    }
}

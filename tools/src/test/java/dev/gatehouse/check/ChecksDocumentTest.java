package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/checks.md} lists every rule and every mistake, and nothing else. */
class ChecksDocumentTest {
    private static final Pattern RULE = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|.*\\|([\\d, ]*)\\|$");
    private static final Pattern MISTAKE = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]+\\| (.+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

    static List<Rule> rules() {
        return Rules.all();
    }

    @Test
    void listsEachRuleOnce() throws IOException {
        assertThat(RULE.matcher(document()).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Rules.all().stream().map(Rule::id).toList());
    }

    @Test
    void listsEachMistakeWithWhatFindsItOrShowsItInstead() throws IOException {
        List<MatchResult> rows = MISTAKE.matcher(document()).results().toList();

        assertThat(rows)
                .extracting(row -> Integer.parseInt(row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 35).boxed().toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.group(2)).matches("`[a-z].*|not offline: .+"));
    }

    @Test
    void namesTheSameRulesForAMistakeInBothPlaces() throws IOException {
        List<String> byRule = RULE.matcher(document())
                .results()
                .flatMap(row -> Pattern.compile("\\d+")
                        .matcher(row.group(2))
                        .results()
                        .map(number -> number.group() + " " + row.group(1)))
                .toList();
        List<String> byMistake = MISTAKE.matcher(document())
                .results()
                .flatMap(row -> QUOTED.matcher(row.group(2)).results().map(rule -> row.group(1) + " " + rule.group(1)))
                .toList();

        assertThat(byMistake).containsExactlyInAnyOrderElementsOf(byRule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhyAndWhatToDo(Rule rule) {
        assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(rule.why()).matches("[A-Z].+\\.( \\(learn\\.microsoft\\.com/[\\w/-]+\\))?");
        assertThat(rule.fix()).matches("[A-Z].+\\.");
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/checks.md"));
    }
}

package dev.gatehouse.sample.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.onward.OnwardReason;
import dev.gatehouse.token.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleshootingTest {

    @Test
    void everyCodeHasOneHeadingAndEveryHeadingIsACode() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .filter(heading ->
                        Character.isLowerCase(heading.charAt(0))) // others are sentences: causes outside the app
                .toList();
        Stream<String> ofTheGuard = Stream.concat(
                Stream.of("internal-error"), Arrays.stream(Reason.values()).map(Reason::code));
        Stream<String> ofCallsOnward = Arrays.stream(OnwardReason.values()).map(OnwardReason::code);
        Stream<String> ofTheSample = Arrays.stream(Problem.Type.values()).map(Problem.Type::code);

        assertThat(headings)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.of(ofTheGuard, ofCallsOnward, ofTheSample)
                        .flatMap(codes -> codes)
                        .distinct()
                        .toList());
    }

    /** RFC 6750 section 3: what an error_description may contain. */
    @ParameterizedTest
    @EnumSource
    void summariesFitIntoAChallenge(Reason reason) {
        assertThat(reason.summary()).matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @EnumSource
    void summariesFitIntoAChallenge(OnwardReason reason) {
        assertThat(reason.summary()).matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
        assertThat(reason.code()).matches("onward(-[a-z]+)+");
    }
}

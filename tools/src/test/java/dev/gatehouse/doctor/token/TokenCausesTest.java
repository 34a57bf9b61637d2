package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cause that is named first, for tokens that people have in hand. */
class TokenCausesTest {
    private static final GivenExports GIVEN = GivenExports.ofTable();

    static Stream<Arguments> tokens() {
        return StreamSupport.stream(
                        GivenExports.table("token-cases.json").path("rows").spliterator(), false)
                .map(row -> arguments(row.path("name").asText(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void namesTheCause(String name, JsonNode row) {
        Diagnosis diagnosis = diagnosis(row);

        assertThat(diagnosis.cause()).isPresent();
        TokenCause cause = diagnosis.cause().orElseThrow();
        assertThat(cause.id()).matches(row.path("cause").asText());
        assertThat(cause.says() + " " + cause.fix())
                .containsPattern(Pattern.compile(row.path("right").asText()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void showsEachFixOnce(String name, JsonNode row) {
        Diagnosis diagnosis = diagnosis(row);
        String page = String.join("\n", new PageText(Screen.plain()).of(DiagnosisPage.of(diagnosis)));
        String fix = diagnosis.cause().orElseThrow().fix();

        assertThat(page.split(Pattern.quote(fix), -1)).hasSize(2);
    }

    private static Diagnosis diagnosis(JsonNode row) {
        return Examined.offline(GIVEN.setup(row), GivenExports.CLOCK)
                .of((PastedInput.OneToken) PastedInput.read(GIVEN.token(row)), Optional.empty());
    }
}

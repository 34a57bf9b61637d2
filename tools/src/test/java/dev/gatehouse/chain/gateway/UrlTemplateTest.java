package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "files/*, files/a, true",
        "files/*, files/a/b, true",
        "files/*, files, false",
        "files/*, other/a, false",
        "files/*, files/a/..%2fb, false",
        "files/*, files/../a, false",
        "files/, files, true",
    })
    void takesTheRestOfAPath(String template, String path, boolean matches) {
        assertThat(UrlTemplate.parse(template).matches(List.of(path.split("/", -1))))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/files", "files/a*", "files/{*rest}", "files/{a}.{b}"})
    void rejectsWhatItCannotMatchAsAzureDoes(String template) {
        assertThatThrownBy(() -> UrlTemplate.parse(template)).isInstanceOf(IllegalArgumentException.class);
    }
}

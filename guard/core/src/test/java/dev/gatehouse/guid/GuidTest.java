package dev.gatehouse.guid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidTest {

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-4333-8444-55555555abcd, true, true",
        "11111111-2222-4333-8444-55555555ABCD, true, false",
        "11111111-2222-4333-8444-55555555abcg, false, false",
        "11111111-2222-4333-8444-55555555abc, false, false",
        "11111111-2222-4333-8444-55555555abcde, false, false",
        "{11111111-2222-4333-8444-55555555abcd}, false, false",
        "1111111122224333844455555555abcd, false, false",
        "'', false, false"
    })
    void isOfOneForm(String text, boolean guid, boolean lowerCase) {
        assertThat(Guid.matches(text)).isEqualTo(guid);
        assertThat(Guid.isLowerCase(text)).isEqualTo(lowerCase);
    }

    @Test
    void isFoundInATextWithItsOwnLettersOnly() {
        String text = "https://sts.windows.net/11111111-2222-4333-8444-55555555abcd/ and " + Guid.NIL;

        assertThat(Guid.in(text).results().map(MatchResult::group))
                .containsExactly("11111111-2222-4333-8444-55555555abcd", Guid.NIL);
    }
}

package dev.gatehouse.doctor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixes.Fixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLibraryCodeTest {

    @Test
    void everyCodeHasAMeaningAndAFix() {
        assertThat(TokenLibraryCode.all().values()).hasSizeGreaterThan(50).allSatisfy(code -> {
            assertThat(code.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(Fixes.of(Layer.GATEWAY, code.reason())).as(code.code()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IDX10214: x, IDX10205: y | TokenAudienceNotAllowed",
                "IDX10204: Unable to validate issuer. IDX20803: Unable to obtain configuration | metadata-unreadable",
                "IDX40001: not valid; IDX20804: network | metadata-unreadable",
                "IDX99999: new, IDX10223: expired | TokenExpired",
                "IDW10202: The scope claim | role-missing"
            })
    void theFirstCodeIsTheCauseUnlessItQuotesUnreadableMetadata(String text, String reason) {
        assertThat(TokenLibraryCode.in(text).orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void anUnknownCodeIsNoKnownOne() {
        assertThat(TokenLibraryCode.in("IDX99999: new")).isEmpty();
        assertThat(TokenLibraryCode.codes("IDX99999: new")).containsExactly("IDX99999");
    }
}

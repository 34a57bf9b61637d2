package dev.gatehouse.chain.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredClaimTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("ANY", "", List.of("Read"), "Read", ""),
                arguments("ANY", "", List.of("Read"), "ReadWrite", "TokenClaimValueNotAllowed"),
                arguments("ANY", "", List.of("Read"), "read", "TokenClaimValueNotAllowed"),
                arguments("ANY", "", List.of("Read"), "Read Write", "TokenClaimValueNotAllowed"),
                arguments("ANY", " ", List.of("Read"), "Read Write", ""),
                arguments("ANY", ",", List.of("Read"), "Read Write", "TokenClaimValueNotAllowed"),
                arguments("ANY", ".", List.of("Read"), "Write.Read", ""),
                arguments("ANY", "", List.of("Read", "Write"), List.of("Write"), ""),
                arguments("ANY", "", List.of("Read", "Write"), List.of("Other"), "TokenClaimValueNotAllowed"),
                arguments("ANY", "", List.of("Read"), List.of(), "TokenClaimNotFound"),
                arguments("ANY", "", List.of("2.0"), 2.0, "TokenClaimValueNotAllowed"),
                arguments("ALL", "", List.of("Read", "Write"), List.of("Write"), "TokenClaimValueNotAllowed"),
                arguments("ALL", "", List.of("Read", "Write"), List.of("Write", "Other", "Read"), ""),
                arguments("ALL", "", List.of("Read", "Write"), "Read Write", "TokenClaimValueNotAllowed"),
                arguments("ALL", " ", List.of("Read", "Write"), "Write Read", ""),
                arguments("ANY", "", List.of("1"), 1, ""),
                arguments("ANY", "", List.of("true"), true, ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comparesWholeValues(String match, String separator, List<String> wanted, Object held, String reason) {
        Optional<String> split = Optional.of(separator).filter(text -> !text.isEmpty());
        RequiredClaim claim = new RequiredClaim("c", wanted, RequiredClaim.Match.valueOf(match), split);

        assertThat(refusal(claim, Map.of("c", held))).isEqualTo(reason);
        assertThat(refusal(claim, Map.of("d", held))).isEqualTo("TokenClaimNotFound");
    }

    private static String refusal(RequiredClaim claim, Map<String, Object> claims) {
        TokenUnderCheck token = TokenUnderCheck.of(
                Claims.of(claims), "k", new SignatureCheck.Outcome.Signed(Optional.empty()), Optional.empty());
        return new Checks<>(List.of(claim.check()))
                .refusals(token).stream()
                        .map(refused -> refused.id().code())
                        .findFirst()
                        .orElse("");
    }
}

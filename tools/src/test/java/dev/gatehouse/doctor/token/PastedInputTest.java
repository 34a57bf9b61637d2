package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PastedInputTest {
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJ2ZXIiOiIyLjAifQ.c2lnbmF0dXJl";
    private static final String OTHER = "eyJhbGciOiJSUzI1NiJ9.eyJ2ZXIiOiIxLjAifQ.b3RoZXI";

    static Stream<Arguments> pastes() {
        return Stream.of(
                arguments("as it is", TOKEN, ""),
                arguments("with the scheme", "Bearer " + TOKEN, "Bearer"),
                arguments("a whole header", "authorization: bearer " + TOKEN, "Bearer"),
                arguments("in quotes", "\"" + TOKEN + "\",", "Quotes"),
                arguments("a quoted header", "'Authorization: Bearer " + TOKEN + "'", "Quotes"),
                arguments(
                        "broken by the terminal",
                        TOKEN.substring(0, 30) + "\r\n  " + TOKEN.substring(30),
                        "Line breaks"),
                arguments("escaped breaks", TOKEN.substring(0, 30) + "\\n" + TOKEN.substring(30), "Line breaks"),
                arguments("with a byte order mark", "\ufeff" + TOKEN + "\n", ""),
                arguments(
                        "Entra's answer",
                        "{\"token_type\":\"Bearer\",\"access_token\":\"" + TOKEN + "\"}",
                        "access_token"),
                arguments("the Azure CLI's answer", "{\"accessToken\": \"" + TOKEN + "\"}", "accessToken"),
                arguments("with white space", TOKEN + " ", ""),
                arguments("one token twice", TOKEN + "\n" + TOKEN, "2 times"),
                arguments(
                        "a list of answers",
                        "[{\"id_token\":\"x\",\"access_token\":\"" + TOKEN + "\"}]",
                        "access_token"),
                arguments("PowerShell's answer", "{\"Token\":\"" + TOKEN + "\"}", "Token"),
                arguments("quoted JSON", "'{\"access_token\":\"" + TOKEN + "\"}'", "access_token"),
                arguments("an option of curl", "-H 'Authorization: Bearer " + TOKEN + "'", "Only the token"),
                arguments("a shell's variable", "TOKEN=" + TOKEN, "Only the token"),
                arguments("another scheme", "DPoP " + TOKEN, "Only the token"),
                arguments("a form", "access_token=" + TOKEN + "&token_type=Bearer", "Only the token"),
                arguments("curl -v", "> Authorization: Bearer " + TOKEN, "Only the token"),
                arguments(
                        "a redirect's address",
                        "https://app.example/#access_token=" + TOKEN + "&state=x",
                        "Only the token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pastes")
    void bringsAPasteIntoTheFormOfAToken(String name, String pasted, String remark) {
        assertThat(PastedInput.read(pasted)).isInstanceOfSatisfying(PastedInput.OneToken.class, one -> {
            assertThat(one.token()).isEqualTo(TOKEN);
            if (remark.isEmpty()) {
                assertThat(one.remarks()).isEmpty();
            } else {
                assertThat(one.remarks()).anySatisfy(each -> assertThat(each).contains(remark));
            }
            assertThat(one.toString()).doesNotContain(TOKEN);
        });
    }

    @Test
    void saysWhatIsNoTokenWithoutRepeatingIt() {
        List<String> none = Stream.of(
                        "",
                        " \n",
                        "{\"id_token\":\"" + TOKEN + "\"}",
                        "{\"x\":1}",
                        "x".repeat(1_000_001),
                        "{\"access_token\": ",
                        TOKEN + "\n" + OTHER,
                        "Bearer ")
                .map(text -> PastedInput.read(text) instanceof PastedInput.NoToken no ? no.message() : "a token")
                .toList();

        assertThat(none)
                .satisfiesExactly(
                        m -> assertThat(m).contains("no input"),
                        m -> assertThat(m).contains("no input"),
                        m -> assertThat(m).contains("ID token", "without access_token"),
                        m -> assertThat(m).contains("without access_token"),
                        m -> assertThat(m).contains("1000001 characters"),
                        m -> assertThat(m).contains("is not valid JSON"),
                        m -> assertThat(m).contains("2 tokens"),
                        m -> assertThat(m).contains("token after the word Bearer is missing"))
                .noneSatisfy(m -> assertThat(m).contains("eyJ"));
    }

    @Test
    void showsAnErrorAnswerOfEntra() {
        assertThat(
                        PastedInput.read(
                                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret\"}"))
                .isInstanceOfSatisfying(PastedInput.NoToken.class, no -> assertThat(no.message())
                        .contains("error response", "AADSTS7000215"));
    }
}

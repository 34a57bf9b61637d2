package dev.gatehouse.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[variables('host')] | example.com",
                "[variables('all').list[1]] | b",
                "[format('https://{0}/{1}', variables('host'), 7)] | https://example.com/7",
                "[concat('a', parameters('given'), 'c')] | aBc",
                "[parameters('later')] | ‹parameters('later')›",
                "[format('{0}/v2.0', environment().authentication.loginEndpoint)] | ‹environment().authentication.loginEndpoint›/v2.0",
                "[reference('api').appId] | ‹reference('api').appId›",
                "[variables('itself')] | ‹variables('itself')›",
                "[variables('missing')] | ‹variables('missing')›",
                "[not an expression] | ‹not an expression›",
                "[format('{0}', createArray('a'))] | ‹format('{0}', createArray('a'))›",
                "[replace(parameters('later'), 'a', 'b')] | ‹parameters('later')›",
                "[toLower(format('A{0}', parameters('later')))] | ‹toLower(format('A{0}', parameters('later')))›",
                "[join(parameters('later'), ',')] | ‹join(parameters('later'), ',')›",
                "[concat(createArray('a'), parameters('later'))[0]] | ‹concat(createArray('a'), parameters('later'))[0]›",
                "[equals(createArray(parameters('later')), 'a')] | ‹equals(createArray(parameters('later')), 'a')›",
                "[if(parameters('later'), 'a', 'b')] | ‹if(parameters('later'), 'a', 'b')›",
                "[if(false(), parameters('later'), 'b')] | b",
                "[createObject('a', parameters('later'), 'b', 'c').B] | c",
                "[format('{0:N}', 7)] | ‹format('{0:N}', 7)›",
                "[f('a',)] | ‹f('a',)›",
            })
    void evaluatesWhatIsKnownAndMarksTheRest(String written, String expected) throws IOException {
        JsonNode variables = JSON.readTree(
                "{\"host\": \"example.com\", \"all\": {\"list\": [\"a\", \"b\"]}, \"itself\": \"[variables('itself')]\"}");
        Prediction prediction = new Prediction(variables, Map.of("given", TextNode.valueOf("B")));

        assertThat(prediction.of(TextNode.valueOf(written)).asText()).isEqualTo(expected);
    }

    @Test
    void knowsNothingOfAPropertyThatALoopMakes() throws IOException {
        JsonNode written =
                JSON.readTree("{\"copy\": [{\"name\": \"paths\", \"count\": \"[parameters('n')]\", \"input\": 1}]}");

        assertThat(new Text(new Prediction().of(written).path("paths").asText()).isKnown())
                .isFalse();
    }

    @Test
    void keepsWhatIsKnownOfATextAtBothEnds() {
        Text text = new Text("https://‹a›/middle/‹b›/v2.0");

        assertThat(text.prefix()).isEqualTo("https://");
        assertThat(text.suffix()).isEqualTo("/v2.0");
        assertThat(text.unknown()).contains("a");
        assertThat(text.shown()).isEqualTo("https://[a]/middle/[b]/v2.0");
    }
}

package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No fix makes a layer accept what it must not: for every kind of token and everything that a layer can refuse it for. */
class NoOpenDoorTest {
    /** What would put a value of the token into a configuration. */
    private static final Pattern DOOR = Pattern.compile(
            "(?i)(^|[.:;,] |\\bor |\\band |\\bcall, )(add|list|allow) |allowedAudiences|allowedApplications|GATEHOUSE_|allowed-clients");

    private static final Set<Reason> NOT_OF_TOKEN = Set.of(Reason.MISCONFIGURED, Reason.KEYS_UNAVAILABLE);
    private static final UnverifiedJwt GRAPH = new UnverifiedJwt(
            3,
            Map.of(),
            Map.of("aud", "00000003-0000-0000-c000-000000000000", "azp", "a", "oid", "o", "tid", "t"),
            256);

    static Stream<Arguments> kindsAndReasons() {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> !kind.isForAnApi())
                .flatMap(kind -> Arrays.stream(Reason.values())
                        .filter(reason -> !NOT_OF_TOKEN.contains(reason))
                        .map(reason -> arguments(kind, reason)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kindsAndReasons")
    void aTokenThatNoApiAcceptsHasOneFix(TokenKind kind, Reason reason) {
        for (Layer layer : List.of(Layer.GATEWAY, Layer.EASY_AUTH, Layer.GUARD)) {
            String fix = remedies(kind, GRAPH).of(layer, reason, List.of("a", "o", "t"));

            assertThat(fix).isEqualTo(kind.meaning()).isNotEmpty().doesNotContainPattern(DOOR);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
                "1950a258-227b-4e31-a9cf-717495945fc2",
                "872cd9fa-d31f-45e0-9eab-6e460a02d1f1",
                "aebc6443-996d-45c2-90f0-388ff96faa56"
            })
    void aClientThatEveryUserHasIsNeverListed(String client) {
        for (Layer layer : List.of(Layer.GATEWAY, Layer.EASY_AUTH, Layer.GUARD)) {
            String fix = remedies(TokenKind.USER, new UnverifiedJwt(3, Map.of(), Map.of("azp", client), 256))
                    .of(layer, Reason.CLIENT_NOT_ALLOWED, List.of());

            assertThat(fix).contains("a client application of your own").doesNotContainPattern(DOOR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api://another-api", "c0ffee00-0005-4a00-8000-000000000005", "https://another.example"})
    void theAudienceOfAnotherApiIsNeverListed(String audience) {
        for (Layer layer : List.of(Layer.GATEWAY, Layer.EASY_AUTH, Layer.GUARD)) {
            String fix = remedies(TokenKind.APP, new UnverifiedJwt(3, Map.of(), Map.of("aud", audience), 256))
                    .of(
                            layer,
                            Reason.AUDIENCE_MISMATCH,
                            List.of("api://orders", "c0ffee00-0002-4a00-8000-000000000002"));

            assertThat(fix).startsWith("Request a token for").doesNotContainPattern(DOOR);
        }
    }

    private static Remedies remedies(TokenKind kind, UnverifiedJwt token) {
        return new Remedies(kind, token, new TokenAge(token, kind, Instant.EPOCH));
    }
}

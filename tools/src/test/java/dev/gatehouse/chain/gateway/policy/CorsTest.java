package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final String APP = "https://app.example";
    private static final String CORS = "<cors %s><allowed-origins>%s</allowed-origins>%s<allowed-headers>"
            + "<header>authorization</header><header>x-a</header></allowed-headers>"
            + "<expose-headers><header>etag</header></expose-headers></cors>";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final Documents documents = new Documents();

    private static String cors(String attributes, String methods, String... origins) {
        return CORS.formatted(
                attributes, "<origin>" + String.join("</origin><origin>", origins) + "</origin>", methods);
    }

    private static Request from(String origin) {
        return Request.get("/x").with("Origin", origin);
    }

    private Headers preflight(String policies, String origin) {
        Response answer = documents.inbound(policies).preflight(from(origin)).orElseThrow();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        return answer.headers();
    }

    @Test
    void answersAPreflightWithWhatIsAllowed() {
        String methods =
                "<allowed-methods preflight-result-max-age='300'><method>GET</method><method>PUT</method></allowed-methods>";
        Headers headers = preflight(cors("allow-credentials='true'", methods, "https://other.example", APP + "/"), APP);

        assertThat(headers.all(ALLOW_ORIGIN)).containsExactly(APP);
        assertThat(headers.all("Access-Control-Allow-Methods")).containsExactly("GET,PUT");
        assertThat(headers.all("Access-Control-Allow-Headers")).containsExactly("authorization,x-a");
        assertThat(headers.all("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(headers.all("Access-Control-Max-Age")).containsExactly("300");
    }

    @Test
    void allowsGetAndPostWhereNothingElseIsSaid() {
        Headers headers = preflight(cors("", "", "*"), "https://any.example");

        assertThat(headers.all(ALLOW_ORIGIN)).containsExactly("*");
        assertThat(headers.all("Access-Control-Allow-Methods")).containsExactly("GET,POST");
        assertThat(headers.has("Access-Control-Max-Age")).isFalse();
        assertThat(headers.has("Access-Control-Allow-Credentials")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://app.example",
                "https://app.example:444",
                "https://app.example.evil.example",
                "https://evil-app.example",
                "https://app.example/",
                "null",
                "",
                "*"
            })
    void tellsAPageOfAnotherOriginNothing(String origin) {
        assertThat(preflight(cors("", "", APP), origin).asMap()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "https://APP.example", "https://app.example:443"})
    void knowsAnOriginInEverySpelling(String origin) {
        assertThat(preflight(cors("", "", APP), origin).all(ALLOW_ORIGIN)).containsExactly(origin);
    }

    @Test
    void asksABroaderScopeOnlyWhereTheNarrowerDoesNotTerminate() {
        Pipeline broader = documents.inbound(cors("", "", APP));
        String open = cors("terminate-unmatched-request='false'", "", "https://other.example");
        Pipeline asking = documents.below(broader, open + "<base/>", "", "");
        Pipeline ending = documents.below(broader, cors("", "", "https://other.example") + "<base/>", "", "");

        assertThat(asking.preflight(from(APP)).orElseThrow().headers().all(ALLOW_ORIGIN))
                .containsExactly(APP);
        assertThat(ending.preflight(from(APP)).orElseThrow().headers().asMap()).isEmpty();
    }

    @Test
    void knowsNothingOfPreflightsWithoutThePolicyOrItsBase() {
        Pipeline broader = documents.inbound(cors("", "", APP));

        assertThat(documents.inbound(TO_APP).preflight(from(APP))).isEqualTo(Optional.empty());
        assertThat(documents.below(broader, TO_APP, "", "").preflight(from(APP)))
                .isEmpty();
    }

    @Test
    void putsItsHeadersOnTheAnswerInPlaceOfTheBackends() {
        Pipeline pipeline = documents.below(
                documents.global(),
                cors("allow-credentials='true'", "", APP) + TO_APP,
                "<set-header name='access-control-allow-origin'><value>https://evil.example</value></set-header>",
                "");

        Headers headers = documents.run(pipeline, from(APP)).response().headers();

        assertThat(headers.all(ALLOW_ORIGIN)).containsExactly(APP);
        assertThat(headers.all("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(headers.all("Access-Control-Expose-Headers")).containsExactly("etag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<return-response><set-status code='403' reason='Forbidden'/></return-response>",
                "<set-variable name='x' value='@((string)context.Variables[\"none\"])'/>"
            })
    void putsItsHeadersOnRefusals(String refusing) {
        Response response = documents
                .run(documents.inbound(cors("", "", APP) + refusing), from(APP))
                .response();

        assertThat(response.status()).isGreaterThanOrEqualTo(403);
        assertThat(response.headers().all(ALLOW_ORIGIN)).containsExactly(APP);
    }

    @Test
    void endsACallFromAnotherOriginUnlessToldNotTo() {
        Response ended = documents
                .run(documents.inbound(cors("", "", APP) + TO_APP), from("https://other.example"))
                .response();
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body()).isEmpty();
        assertThat(documents.received).isEmpty();

        Pipeline open = documents.inbound(cors("terminate-unmatched-request='false'", "", APP) + TO_APP);
        assertThat(documents
                        .run(open, from("https://other.example"))
                        .response()
                        .headers()
                        .has(ALLOW_ORIGIN))
                .isFalse();
        assertThat(documents.received).hasSize(1);
    }

    @Test
    void leavesACallWithoutAnOriginAlone() {
        Response response = documents
                .run(documents.inbound(cors("", "", APP) + TO_APP), Request.get("/x"))
                .response();

        assertThat(response.headers().asMap()).containsOnlyKeys("Content-Type", "X-Backend");
    }

    @Test
    void onlyTheFirstThatKnowsTheOriginCounts() {
        Pipeline broader = documents.inbound(cors("", "", "*") + TO_APP);
        Pipeline pipeline = documents.below(broader, cors("", "", APP) + "<base/>", "", "");

        assertThat(documents.run(pipeline, from(APP)).response().headers().all(ALLOW_ORIGIN))
                .containsExactly(APP);
    }
}

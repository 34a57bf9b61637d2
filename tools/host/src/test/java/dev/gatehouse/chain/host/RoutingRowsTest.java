package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on routing. */
class RoutingRowsTest {
    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET    , /api/unknown          , 404",
        "GET    , /echo                 , 404",
        "DELETE , /api/echo             , 404",
        "HEAD   , /api/echo             , 404",
        "OPTIONS, /api/echo             , 404",
        "POST   , /api/keyed            , 404",
        "BREW   , /api/echo             , 404",
        "BREW   , /api/echoText         , 500",
        "GET    , /API/Echo             , 200",
        "GET    , /api/echo/            , 200",
        "GET    , //api/echo            , 404",
        "GET    , /api//echo            , 404",
        "GET    , /api/echo//           , 404",
        "GET    , /api/./echo           , 200",
        "GET    , /x/../api/echo        , 200",
        "GET    , /%61pi/ech%6F         , 200",
        "GET    , /api/%2E%2E/api/echo  , 200",
        "GET    , /api/numbers/7        , 200",
        "GET    , /api/numbers/-7       , 200",
        "GET    , /api/numbers          , 500",
        "GET    , /api/numbers/%205     , 500",
        "GET    , /api/guids/0af7651916cd43dd8448eb211c80319c       , 200",
        "GET    , /api/guids/0af76519-16cd-43dd-8448-eb211c80319c   , 200",
        "GET    , /api/guids/{0af76519-16cd-43dd-8448-eb211c80319c} , 200",
        "GET    , /api/guids/0af7651916cd43dd8448eb211c80319         , 404",
        "GET    , /api/guids/{0af76519-16cd-43dd-8448-eb211c80319c  , 404",
        "GET    , /api/echo#f           , 404",
        "GET    , /api/numbers/abc      , 404",
        "GET    , /api/numbers/2147483648, 404",
        "GET    , /api/numbers/1/2      , 404",
        "GET    , /api/items            , 404",
        "GET    , /api/items/a%00b      , 400",
        "GET    , /api/items/ü          , 400",
    })
    void routes(String method, String target, int status) throws IOException {
        assertThat(host.call().call(method, target).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/items/AbC       , AbC",
        "/api/items/a%2Fb     , a%2Fb",
        "/api/items/a%252Fb   , a%2Fb",
        "/api/items/a%20b     , a b",
        "/api/items/gr%C3%BCn , grün",
        "/api/items/a+b       , a+b",
        "/api/items/%FF       , %FF",
        "/api/items/%zz       , %zz",
        "/api/items/%41%FF    , A%FF",
        "/api/items/a#f       , a#f",
        "/api/items/a%20%zz   , a %zz",
    })
    void handsParametersOn(String target, String value) throws IOException {
        assertThat(host.call().get(target).body()).isEqualTo(value);
    }

    @Test
    void keepsTheOriginalSpellingOfThePath() throws IOException {
        assertThat(host.call().get("/API/Echo").json().get("path")).isEqualTo("/API/Echo");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/uri/a%252Fb?c=%252F, http://localhost/api/uri/a%2Fb?c=%252F",
        "/api/uri/a%2Fb          , http://localhost/api/uri/a%2Fb",
        "/api/uri/%41            , http://localhost/api/uri/A",
        "/api/uri/./x/../b/      , http://localhost/api/uri/b/",
        "/api/uri/a%20b          , http://localhost/api/uri/a%20b",
        "/api/uri/gr%C3%BCn      , http://localhost/api/uri/gr%C3%BCn",
        "/api/uri/%zz            , http://localhost/api/uri/%25zz",
        "/api/uri/a#f            , http://localhost/api/uri/a%23f",
    })
    void writesTheUriAnew(String target, String uri) throws IOException {
        assertThat(host.call().get(target).body()).isEqualTo(uri);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/typed/1/true/0af76519-16cd-43dd-8448-eb211c80319c/.5, 200, 1 true 0af76519-16cd-43dd-8448-eb211c80319c"
                + " 0.5",
        "/api/typed/x/true/0af76519-16cd-43dd-8448-eb211c80319c/.5, 500, ''",
        "/api/typed/1/x/0af76519-16cd-43dd-8448-eb211c80319c/.5   , 200, 1 false 0af76519-16cd-43dd-8448-eb211c80319c"
                + " 0.5",
        "/api/typed/1/true/x/.5                                   , 500, ''",
        "/api/named?id=a                                          , 200, a",
        "/api/named?ID=a                                          , 500, ''",
        "/api/named                                               , 500, ''",
        "/api/optional                                            , 500, ''",
        "/api/optional?id=a                                       , 200, a",
    })
    void bindsNamesAsTheWorkerDoes(String target, int status, String body) throws IOException {
        RawAnswer answer = host.call().get(target);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void answers404WithAnEmptyBodyAndLogsThePathOnly() throws IOException {
        RawAnswer answer = host.call().get("/api/unknown?code=secretOfTheQuery");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(host.log())
                .anyMatch(line -> line.startsWith("[host] ")
                        && line.contains("\"rule\":\"route\",\"outcome\":\"refused\",\"status\":404")
                        && line.contains("\"actual\":\"GET /api/unknown\""))
                .noneMatch(line -> line.contains("secretOfTheQuery"));
    }
}

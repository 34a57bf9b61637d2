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
        "GET    , /api/numbers          , 200",
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
        "/api/items/latest    , 'static, loader URLClassLoader'",
    })
    void handsParametersOn(String target, String value) throws IOException {
        assertThat(host.call().get(target).body()).isEqualTo(value);
    }

    @Test
    void keepsTheOriginalSpellingOfThePath() throws IOException {
        assertThat(host.call().get("/API/Echo").json().get("path")).isEqualTo("/API/Echo");
    }

    @Test
    void givesNullForAnOptionalParameterLeftOut() throws IOException {
        assertThat(host.call().get("/api/numbers").body()).isEqualTo("number null");
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

package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.host.fixture.Plain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's row on the order of routes: by function name, ignoring letter case; the first match wins. */
class RouteOrderTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} before {1} at {2}")
    @CsvSource({
        "p/{id}    , p/lit , /api/p/lit , first",
        "p/lit     , p/{id}, /api/p/lit , first",
        "p/lit     , p/{id}, /api/p/a   , second",
        "{*rest}   , p/lit , /api/p/lit , first",
        "p/{id:int}, p/5   , /api/p/5   , first",
        "p/{id:int}, p/x   , /api/p/x   , second",
        "same      , same  , /api/same  , first",
    })
    void takesTheFirstByName(String first, String second, String target, String called) throws IOException {
        staged(route(first), route(second));
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            host.call().get(target);
            assertThat(host.log()).anyMatch(line -> line.contains("\"function\":\"" + name(called) + "\""));
        }
    }

    @Test
    void makesTheMethodPartOfTheMatch() throws IOException {
        staged("{'authLevel': 'ANONYMOUS', 'route': '{*rest}', 'methods': ['POST']}", route("p"));
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            host.call().get("/api/p");
            assertThat(host.log()).anyMatch(line -> line.contains("\"function\":\"" + name("second") + "\""));
        }
    }

    @ParameterizedTest(name = "{0} hides {1}: {2}")
    @CsvSource({
        "p/{id}          , p/lit            , every path",
        "p/{id}          , p/{other}        , every path",
        "p/{id}          , p/{other:int}    , every path",
        "p/{id?}         , p                , every path",
        "p/{id}          , p/{other?}       , -",
        "{*rest}         , p/lit/{id}       , every path",
        "{*rest}         , {*other}         , every path",
        "p/{id:int}      , p/5              , every path",
        "p/{id:int}      , p/x              , -",
        "p/{id:int}      , p/{other}        , -",
        "p/lit           , p/{id}           , -",
        "p/lit           , q/lit            , -",
        "P/Lit           , p/lit            , every path",
        "a/{x}/c         , a/b/{y}          , some paths",
        "a/b/{y}         , a/{x}/c          , -",
        "p/{a}/{b?}      , p/x/{*rest}      , some paths",
        "a/{x}           , a/b/c            , -",
    })
    void listsHiddenRoutes(String first, String second, String extent) throws IOException {
        staged(route(first), route(second));
        List<HiddenRoute> hidden = StagedApp.read(folder).hiddenRoutes();
        if (extent.equals("-")) {
            assertThat(hidden).isEmpty();
            return;
        }
        assertThat(hidden).singleElement().satisfies(pair -> {
            assertThat(pair.hiding()).isEqualTo("Alpha");
            assertThat(pair.hidden()).isEqualTo("beta");
            assertThat(pair.why())
                    .isEqualTo("the host tries functions by name, so api/%s of Alpha answers %s of api/%s of beta"
                            .formatted(first, extent, second));
        });
    }

    @Test
    void listsNoRoutesOfDifferentMethods() throws IOException {
        staged("{'route': '{*rest}', 'methods': ['POST']}", "{'route': 'p', 'methods': ['GET']}");
        assertThat(StagedApp.read(folder).hiddenRoutes()).isEmpty();
    }

    @Test
    void saysWhichDeclaredRoutesItCannotRead() {
        HiddenRoute.ComparedRoutes routes = HiddenRoute.compare(
                "api",
                List.of(
                        new HiddenRoute.Routed("alpha", "{*rest}", Set.of()),
                        new HiddenRoute.Routed("beta", "p/{a}.{b}", Set.of("GET")),
                        new HiddenRoute.Routed("gamma", "q", Set.of("GET"))));

        assertThat(routes.hidden()).extracting(HiddenRoute::hidden).containsExactly("gamma");
        assertThat(routes.unread())
                .containsExactly("the route p/{a}.{b} of function beta was not compared:"
                        + " the local host cannot read the route segment {a}.{b}");
    }

    private void staged(String first, String second) throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("beta", Plain.class, "count", second)
                .function("Alpha", Plain.class, "count", first);
    }

    private static String route(String route) {
        return "{'authLevel': 'ANONYMOUS', 'route': '" + route + "'}";
    }

    private static String name(String which) {
        return which.equals("first") ? "Alpha" : "beta";
    }
}

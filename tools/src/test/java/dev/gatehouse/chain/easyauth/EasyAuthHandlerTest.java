package dev.gatehouse.chain.easyauth;

import static dev.gatehouse.chain.easyauth.SiteSettings.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests Easy Auth forwards, and how it answers all others. */
class EasyAuthHandlerTest {
    private static final String PRINCIPAL = "X-MS-CLIENT-PRINCIPAL";
    private static final Request CALL = Request.get("/api/accounts?id=1").with("Host", "app.example");
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<Request> seen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "RETURN_401, none, 401",
        "RETURN_401, expired, 401",
        "RETURN_401, unlisted, 403",
        "RETURN_401, good, 200",
        "RETURN_403, none, 403",
        "RETURN_403, expired, 403",
        "RETURN_403, unlisted, 403",
        "RETURN_403, good, 200",
        "ALLOW, none, 200",
        "ALLOW, expired, 200",
        "ALLOW, unlisted, 403",
        "ALLOW, good, 200",
    })
    void answersAsItIsSet(Unauthenticated unauthenticated, String token, int status) {
        Response response = answer(unauthenticated, token.equals("none") ? CALL : bearing(token(token)));

        assertThat(response.status()).isEqualTo(status);
        assertThat(seen).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void tellsWhoRefusedAndWhereTokensComeFrom() {
        Response response = answer(Unauthenticated.RETURN_401, CALL);

        assertThat(response.headers().all("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"app.example\" authorization_uri=\"" + TestTenant.V2_ISSUER
                        + "\" resource_id=\"" + TestTenant.AUDIENCE + "\"");
        assertThat(response.bodyText()).isEqualTo("You do not have permission to view this directory or page.");
    }

    @Test
    void doesNotAskForATokenWith403() {
        assertThat(answer(Unauthenticated.RETURN_403, CALL).headers().has("WWW-Authenticate"))
                .isFalse();
        assertThat(answer(Unauthenticated.RETURN_401, bearing(token("unlisted")))
                        .headers()
                        .has("WWW-Authenticate"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s", " Bearer %s "})
    void readsABearerToken(String form) {
        assertThat(answer(Unauthenticated.RETURN_401, CALL.with("Authorization", form.formatted(TestTenant.token())))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%s",
                "Bearer",
                "Bearer ",
                "Bearer%s",
                "Basic %s",
                "Bearer %s, Bearer %1$s",
                "Bearer %s %1$s",
                "Bearer %s;",
                "Bearer\t%s",
            })
    void readsNoOtherForm(String form) {
        assertThat(answer(Unauthenticated.RETURN_401, CALL.with("Authorization", form.formatted(TestTenant.token())))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void readsNoneOfTwoHeaders() {
        Headers good = bearing(TestTenant.token()).headers();
        Request twice = CALL.withHeaders(good.plus("Authorization", "Bearer " + TestTenant.token()));

        assertThat(answer(Unauthenticated.RETURN_401, twice).status()).isEqualTo(401);
    }

    @Test
    void namesTheCallerOfTheTokenWhateverTheClientSays() {
        answer(Unauthenticated.RETURN_401, forged(bearing(TestTenant.token())));

        Headers headers = seen.get(0).headers();
        assertThat(headers.all(PRINCIPAL + "-ID")).containsExactly(SiteSettings.OBJECT_ID);
        assertThat(headers.all(PRINCIPAL)).hasSize(1).doesNotContain("forged");
        assertThat(headers.has("X-MS-TOKEN-AAD-ID-TOKEN")).isFalse();
        assertThat(headers.all("Authorization")).containsExactly("Bearer " + TestTenant.token());
        assertThat(seen.get(0).target()).isEqualTo(CALL.target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "expired"})
    void namesNoCallerToWhomItJustOpens(String token) {
        answer(Unauthenticated.ALLOW, forged(token.equals("none") ? CALL : bearing(token(token))));

        assertThat(seen).singleElement().satisfies(request -> assertThat(
                        request.headers().asMap())
                .doesNotContainKeys(PRINCIPAL, PRINCIPAL + "-ID", PRINCIPAL + "-IDP", "X-MS-TOKEN-AAD-ID-TOKEN"));
    }

    @ParameterizedTest
    @EnumSource(Unauthenticated.class)
    void opensAnExcludedPathToEverybodyAndNamesNoCaller(Unauthenticated unauthenticated) {
        Request health = forged(bearing(TestTenant.token())).withTarget("/api/health?x=/api/accounts");

        assertThat(answer(unauthenticated, health).status()).isEqualTo(200);
        assertThat(seen.get(0).headers().has(PRINCIPAL)).isFalse();
        assertThat(seen.get(0).headers().has(PRINCIPAL + "-ID")).isFalse();
    }

    @Test
    void opensNoPathThatOnlyTheQueryNames() {
        assertThat(answer(Unauthenticated.RETURN_401, CALL.withTarget("/api/accounts?/api/health"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void thatIsOffPassesEverythingAsItIs() {
        Request request = forged(CALL);

        Response response = EasyAuthHandler.off(this::host).handle(request, Optional.empty());

        assertThat(response.status()).isEqualTo(200);
        assertThat(seen).containsExactly(request);
    }

    /** The host is to say under it what became of the call. */
    @Test
    void sendsARecordedCallOnUnderASpanOfItsOwn() {
        Request request = bearing(TestTenant.token()).with("traceparent", PARENT);
        for (var handler : List.of(handler(Unauthenticated.RETURN_401), EasyAuthHandler.off(this::host))) {
            Recording recording = new Traces(CLOCK).begin(request);
            handler.handle(request, Optional.of(recording));
        }
        handler(Unauthenticated.RETURN_401).handle(request, Optional.empty());

        assertThat(seen.subList(0, 2))
                .extracting(each -> each.headers().first("traceparent").orElseThrow())
                .allSatisfy(parent ->
                        assertThat(parent).startsWith(PARENT.substring(0, 36)).isNotEqualTo(PARENT));
        assertThat(seen.get(2).headers().first("traceparent")).contains(PARENT);
    }

    private Response answer(Unauthenticated unauthenticated, Request request) {
        return handler(unauthenticated).handle(request, Optional.empty());
    }

    private EasyAuthHandler handler(Unauthenticated unauthenticated) {
        return new EasyAuthHandler(SiteSettings.with(unauthenticated), TestTenant.signatures(CLOCK), CLOCK, this::host);
    }

    private Response host(Request request) {
        seen.add(request);
        return Response.empty(200);
    }

    private static Request bearing(String token) {
        return CALL.with("Authorization", "Bearer " + token);
    }

    private static Request forged(Request request) {
        return request.with(PRINCIPAL, "forged")
                .with(PRINCIPAL + "-ID", SiteSettings.OTHER)
                .with("X-MS-TOKEN-AAD-ID-TOKEN", "forged");
    }

    private static String token(String kind) {
        return TestTenant.token(claims -> {
            if (kind.equals("expired")) {
                claims.put("exp", TestTenant.NOW.minusSeconds(300).getEpochSecond());
            } else if (kind.equals("unlisted")) {
                claims.put("azp", SiteSettings.OTHER);
            }
        });
    }
}

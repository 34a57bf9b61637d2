package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateAzureAdTokenTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final Request CALL = Request.get("/x");
    private final Documents documents = new Documents();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "header-name='X-Token'; /x; plain; 200",
                "header-name='X-Token'; /x; Bearer; 200",
                "header-name='X-Token'; /x; none; 401",
                "query-parameter-name='t'; /x?t=TOKEN; none; 200",
                "query-parameter-name='t'; /x?t=TOKEN&t=TOKEN; none; 401",
                "query-parameter-name='t'; /x; none; 401",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; plain; 200",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; Bearer; 401",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; none; 401",
            })
    void findsTheTokenWhereThePolicySays(String place, String target, String header, int status) {
        String token = TestTenant.token();
        Request request = Request.get(target.replace("TOKEN", token));
        request = header.equals("none")
                ? request
                : request.with("X-Token", header.equals("plain") ? token : "Bearer " + token);

        assertThat(inbound(
                                validated(
                                        place,
                                        "<audiences><audience>" + TestTenant.AUDIENCE + "</audience></audiences>"),
                                request)
                        .response()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"azp, 200", "appid, 200", "sub, 403"})
    void comparesTheClientApplication(String claim, int status) {
        String token = TestTenant.token(claims -> {
            claims.remove("azp");
            claims.put(claim, "the-client");
        });
        String clients = "<client-application-ids><application-id>other</application-id>"
                + "<application-id>the-client</application-id></client-application-ids>";

        Documents.Result result = inbound(
                validated("failed-validation-httpcode='403'", clients), CALL.with("Authorization", "bearer " + token));

        assertThat(result.response().status()).isEqualTo(status);
        assertThat(result.reason()).isEqualTo(status == 200 ? Optional.empty() : Optional.of("TokenClaimNotFound"));
    }

    @ParameterizedTest
    @CsvSource({"'', JWT not present.", "Bearer x, Invalid JWT."})
    void saysAPlainWordWithoutAMessageOfThePolicy(String header, String message) {
        Headers headers = header.isEmpty() ? Headers.none() : Headers.none().with("Authorization", header);

        Documents.Result result =
                inbound(validated("", "<audiences><audience>a</audience></audiences>"), CALL.withHeaders(headers));

        assertThat(result.response().bodyText()).isEqualTo("{\"statusCode\":401,\"message\":\"" + message + "\"}");
    }

    @Test
    void handsOnTheTokenOnlyWhenItIsValid() {
        String statements = validated(
                        "output-token-variable-name='t'",
                        "<audiences><audience>" + TestTenant.AUDIENCE + "</audience></audiences>")
                + "<set-header name='X'><value>@(((Jwt)context.Variables[\"t\"]).Claims.GetValueOrDefault(\"roles\"))</value></set-header>";
        String token = TestTenant.token(claims -> claims.put("roles", List.of("a", "b")));

        inbound(statements, CALL.with("Authorization", "Bearer " + token));

        assertThat(documents.received.get(0).headers().all("X")).containsExactly("a,b");
    }

    private Documents.Result inbound(String statements, Request request) {
        return documents.run(documents.inbound(statements + TO_APP), request);
    }

    private static String validated(String attributes, String children) {
        return "<validate-azure-ad-token tenant-id='{{tenant}}' " + attributes + ">" + children
                + "</validate-azure-ad-token>";
    }
}

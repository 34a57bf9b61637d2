package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final String BY_KEY =
            "<rate-limit-by-key calls='2' renewal-period='60' counter-key='@(context.Request.Headers.GetValueOrDefault(\"K\"))' %s/>";

    private final Documents documents = new Documents();

    private static Request call(String key) {
        return Request.get("/x").with("K", key);
    }

    private int status(Pipeline pipeline, String key) {
        return documents.run(pipeline, call(key)).response().status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rate-limit calls='2' renewal-period='60' %s/>",
                "<rate-limit-by-key calls='2' renewal-period='60' counter-key='k' %s/>"
            })
    void tellsTheCallerAndLaterPoliciesHowItStands(String policy) {
        String names = "retry-after-header-name='X-Retry' retry-after-variable-name='retry' "
                + "remaining-calls-header-name='X-Left' remaining-calls-variable-name='left' total-calls-header-name='X-Total'";
        String show =
                "<set-header name='X-Seen'><value>@((int)context.Variables[\"%s\"] &lt;= %s ? \"low\" : \"\")</value></set-header>";
        Pipeline pipeline = documents.below(
                documents.global(),
                policy.formatted(names) + TO_APP,
                show.formatted("left", 0),
                show.formatted("retry", 60));

        Headers first = documents.run(pipeline, call("a")).response().headers();
        Headers second = documents.run(pipeline, call("a")).response().headers();
        Response third = documents.run(pipeline, call("a")).response();

        assertThat(first.all("X-Left")).containsExactly("1");
        assertThat(first.all("X-Total")).containsExactly("2");
        assertThat(first.all("X-Seen")).containsExactly("");
        assertThat(second.all("X-Left")).containsExactly("0");
        assertThat(second.all("X-Seen")).containsExactly("low");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.headers().all("X-Retry")).containsExactly("60");
        assertThat(third.headers().has("Retry-After")).isFalse();
        assertThat(third.headers().all("X-Left")).containsExactly("0");
        assertThat(third.headers().all("X-Seen")).containsExactly("low");
    }

    @Test
    void countsEachKeyByItself() {
        Pipeline pipeline = documents.inbound(BY_KEY.formatted("") + TO_APP);

        assertThat(status(pipeline, "a")).isEqualTo(200);
        assertThat(status(pipeline, "a")).isEqualTo(200);
        assertThat(status(pipeline, "a")).isEqualTo(429);
        assertThat(status(pipeline, "b")).isEqualTo(200);
    }

    @Test
    void countsAKeyOnceForAllDocuments() {
        PolicyCompiler compiler = documents.compiler();
        Pipeline global = compiler.compile(
                Documents.source("<inbound/><backend><forward-request/></backend><outbound/><on-error/>"),
                DocumentScope.GLOBAL,
                Optional.empty());
        PolicySource source = Documents.source("<inbound>" + BY_KEY.formatted("") + TO_APP
                + "</inbound><backend><base/></backend><outbound/><on-error/>");
        Pipeline one = compiler.compile(source, DocumentScope.API, Optional.of(global));
        Pipeline other = compiler.compile(source, DocumentScope.API, Optional.of(global));

        assertThat(status(one, "a")).isEqualTo(200);
        assertThat(status(other, "a")).isEqualTo(200);
        assertThat(status(one, "a")).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "increment-condition=\"false\"; 200, 200, 200",
                "increment-count=\"2\"; 200, 429, 429",
                "increment-condition='@(context.Response.StatusCode == 401)'; 200, 200, 200",
                "increment-condition='@(context.Response.StatusCode == 200)'; 200, 200, 429",
                "increment-count='@(context.Response.StatusCode == 200 ? 2 : 0)'; 200, 429, 429",
                "increment-condition='@(context.Response.Headers[\"None\"].Contains(\"x\"))'; 500, 500, 500",
                "increment-count='@(-1)'; 500, 500, 500",
            })
    void countsWhatIncrementsSay(String increment, String statuses) {
        Pipeline pipeline = documents.inbound(BY_KEY.formatted(increment.replace("`", "")) + TO_APP);

        assertThat(status(pipeline, "a") + ", " + status(pipeline, "a") + ", " + status(pipeline, "a"))
                .isEqualTo(statuses);
    }

    @Test
    void countsRefusalsWhereTheConditionAsksForThem() {
        Pipeline pipeline =
                documents.inbound(BY_KEY.formatted("increment-condition='@(context.Response.StatusCode == 403)'")
                        + "<return-response><set-status code='403' reason='Forbidden'/></return-response>");

        assertThat(status(pipeline, "a")).isEqualTo(403);
        assertThat(status(pipeline, "a")).isEqualTo(403);
        assertThat(status(pipeline, "a")).isEqualTo(429);
    }

    @Test
    void aKeyThatIsNullFails() {
        Documents.Result result = documents.run(documents.inbound(BY_KEY.formatted("") + TO_APP), Request.get("/x"));

        assertThat(result.reason()).contains("ExpressionValueEvaluationFailure");
        assertThat(documents.received).isEmpty();
    }
}

package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private final DeployedPolicies deployed = new DeployedPolicies();

    @Test
    void continuesTheTraceOfTheCaller() {
        deployed.gateway().handle(DeployedPolicies.call(TestTenant.token()));

        assertThat(deployed.received.get(0).headers().first("traceparent").orElseThrow())
                .matches("00-" + DeployedPolicies.TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            })
    void beginsATraceWhereThereIsNoProperOne(String sent) {
        deployed.gateway()
                .handle(DeployedPolicies.call(TestTenant.token())
                        .with("traceparent", sent)
                        .with("tracestate", "a=b"));

        Headers seen = deployed.received.get(0).headers();
        assertThat(seen.all("traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(DeployedPolicies.TRACE);
        assertThat(seen.has("tracestate")).isFalse();
    }
}

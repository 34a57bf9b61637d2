package dev.gatehouse.bench.gateway;

import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.BenchSnapshot;
import dev.gatehouse.chain.gateway.Gateway;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import java.time.Clock;
import java.util.Map;

/** The shipped policies, deployed for the benchmark's tenant, with a backend that answers immediately. */
record BenchGateway(BenchEntra entra) {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Contract CONTRACT = ((ContractResult.Valid) ContractReader.readOwn()).contract();

    /** @param snapshot such as {@code main} */
    Gateway gateway(String snapshot) {
        Deployment deployment = BenchSnapshot.deployed(
                snapshot,
                Map.of(
                        "tenant-id", BenchEntra.TENANT,
                        "audience", BenchEntra.AUDIENCE,
                        "v1-audience", BenchEntra.AUDIENCE,
                        "gateway-audience", BenchEntra.AUDIENCE,
                        "allowed-clients", BenchEntra.CLIENT,
                        "rate-limit-calls", Integer.toString(Integer.MAX_VALUE),
                        "rate-limit-seconds", "1"));
        PolicyServices surroundings = new PolicyServices(
                        CLOCK, new EntraTokens(signatures()), (request, origin) -> Response.json(200, "[]"))
                .withIdentities((resource, clientId) -> "token-of-the-gateway");
        Map<String, String> keys = Map.of(deployment.subscriptions().get(0), KEY);
        return new Gateway(deployment.gateway("localhost:7071", keys), surroundings);
    }

    private SignatureCheck signatures() {
        return new SignatureCheck(new IssuerKeys(entra::document, CLOCK, Runnable::run, notice -> {
            throw new IllegalStateException(notice);
        }));
    }

    /** As a client's library sends it. */
    Request request() {
        Headers headers = Headers.none()
                .with("Host", "localhost:8443")
                .with("Accept", "application/json")
                .with("Accept-Encoding", "gzip")
                .with("User-Agent", "benchmark/1.0")
                .with("Authorization", "Bearer " + entra.token())
                .with("Ocp-Apim-Subscription-Key", KEY)
                .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return new Request("GET", "/" + CONTRACT.api() + "/accounts?top=5", headers, new byte[0]);
    }
}

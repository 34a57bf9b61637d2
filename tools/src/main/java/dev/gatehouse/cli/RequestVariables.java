package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Variables that the files in {@code requests/} need to call a running chain, under the names used there. */
final class RequestVariables {
    private static final Map<String, DemoClient> CLIENTS = Map.of(
            "client", DemoClient.READER,
            "provisioner", DemoClient.PROVISIONER,
            "unlisted", DemoClient.UNLISTED,
            "unassigned", DemoClient.UNASSIGNED);

    private RequestVariables() {}

    /** The same, with the proxy to the local Entra and the certificate to trust. */
    static Map<String, String> of(Chain chain, DemoSecret secret) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("gateway", chain.doors().gateway().toString());
        variables.put("functionApp", chain.doors().functionApp().toString());
        variables.put("tokenUrl", chain.entra().directory().tenant().tokenUrl(2));
        variables.put("scope", secret.scope(chain));
        variables.put("otherScope", DemoTenant.otherAppIdUri() + "/.default");
        CLIENTS.forEach((name, client) -> {
            variables.put(name + "Id", client.principal().clientId());
            variables.put(name + "Secret", secret.value());
        });
        variables.put("subscriptionKey", chain.keys().subscription());
        variables.put("functionKey", chain.keys().function());
        variables.put("proxy", "http://127.0.0.1:" + chain.entra().proxy().port());
        variables.put("certificate", chain.tls().trust().pem().toAbsolutePath().toString());
        return variables;
    }
}

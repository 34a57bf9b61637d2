package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.demo.DemoUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variables that the files in {@code requests/} need to call a running chain, under the names used there. */
final class RequestVariables {
    private RequestVariables() {}

    /** The same, with the proxy to the local Entra and the certificate to trust. */
    static Map<String, String> of(Chain chain, DemoTenant tenant) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("gateway", chain.doors().gateway().toString());
        variables.put("functionApp", chain.doors().functionApp().toString());
        variables.put("tokenUrl", chain.entra().directory().tenant().tokenUrl(2));
        variables.put("scope", tenant.secret().scope(chain));
        variables.put("otherScope", DemoTenant.otherAppIdUri() + "/.default");
        clients(tenant).forEach((name, client) -> {
            variables.put(name + "Id", client.clientId());
            variables.put(name + "Secret", tenant.secret().value());
        });
        variables.put("subscriptionKey", chain.keys().subscription());
        variables.put("functionKey", chain.keys().function());
        if (!tenant.contract().scopes().isEmpty()) {
            variables.put("userToken", userToken(chain));
        }
        variables.put("authority", chain.entra().directory().tenant().authority());
        variables.put("pageId", DemoClient.PAGE.clientId());
        variables.put("desktopId", DemoClient.DESKTOP.clientId());
        variables.put("publicKeyHash", chain.tls().key().publicKeyHash());
        variables.put("proxy", "http://127.0.0.1:" + chain.entra().proxy().port());
        variables.put("certificate", chain.tls().trust().pem().toAbsolutePath().toString());
        return variables;
    }

    /** As after a sign-in, which these files cannot do. */
    private static String userToken(Chain chain) {
        return chain.entra()
                .forge()
                .user(
                        DemoClient.DESKTOP.clientId(),
                        chain.deployment().registrations().front().clientId(),
                        DemoUser.ADA.user().objectId())
                .compact();
    }

    /** The clients with the contract's first two roles, as far as it has them, and those that are refused. */
    private static Map<String, DemoClient> clients(DemoTenant tenant) {
        Map<String, DemoClient> clients = new LinkedHashMap<>();
        List<DemoClient> ofRoles = tenant.clientsOfRoles();
        ofRoles.stream().findFirst().ifPresent(client -> clients.put("client", client));
        ofRoles.stream().skip(1).findFirst().ifPresent(client -> clients.put("secondClient", client));
        clients.put("unlisted", DemoClient.UNLISTED);
        clients.put("unassigned", DemoClient.UNASSIGNED);
        return clients;
    }
}

package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.contract.Contract;
import java.nio.file.Path;
import java.util.List;

/** What {@code up} says about signing users in: the clients for applications from outside, and how a browser gets there. */
record SignInLines(Chain chain, DemoTenant tenant, Path project) {

    /** Empty where the contract has no scope: then users cannot get a token for the API. */
    List<String> lines() {
        List<Contract.Scope> scopes = tenant.contract().scopes();
        if (scopes.isEmpty()) {
            return List.of();
        }
        String uri = chain.deployment()
                .registrations()
                .front()
                .api()
                .identifierUris()
                .get(0);
        return List.of(
                "Sign users in with your application (docs/sign-in.md):",
                "  authority      " + chain.entra().directory().tenant().authority(),
                "  scope          " + uri + "/" + scopes.get(0).value(),
                "  page           client id " + DemoClient.PAGE.clientId()
                        + at(tenant.redirects().spa())
                        + (tenant.redirects().spa().isEmpty() ? "; --spa URL lets it call the API" : ""),
                "  web server     client id " + DemoClient.SITE.clientId()
                        + at(tenant.redirects().web()),
                "  desktop        client id " + DemoClient.DESKTOP.clientId() + at(List.of()),
                "Open it in a Chromium or Chrome with a separate profile, which trusts this start alone and reaches no other host:",
                "  " + browser() + " " + page());
    }

    /** Without an address; nothing is trusted outside this one profile. */
    String browser() {
        return "chromium --user-data-dir='" + project.resolve("target/gatehouse/browser") + "' --no-first-run \\\n"
                + "    --proxy-server=127.0.0.1:" + chain.entra().proxy().port() + " \\\n"
                + "    --ignore-certificate-errors-spki-list="
                + chain.tls().key().publicKeyHash() + " \\\n   ";
    }

    /** Of the first page that is registered, else one that may be meant. */
    private String page() {
        return tenant.redirects().spa().stream().findFirst().orElse("http://localhost:3000/");
    }

    private static String at(List<String> addresses) {
        return ", at " + DemoTenant.LOOPBACK + " with any port"
                + (addresses.isEmpty() ? "" : ", " + String.join(", ", addresses));
    }
}

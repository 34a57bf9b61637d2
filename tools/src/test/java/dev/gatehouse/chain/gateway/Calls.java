package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.CallFacts;
import dev.gatehouse.chain.gateway.expression.OperationIdentity;
import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.expression.Subscription;
import dev.gatehouse.chain.gateway.expression.Url;
import dev.gatehouse.chain.http.QueryString;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Calls of {@code GET /accounts-api/accounts/7?a=1&b=2&b=3}, by one right or another. */
public final class Calls {
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    private Calls() {}

    /** With the subscription {@code demo} to the product {@code starter}. */
    public static CallFacts subscribed() {
        return with(new CallFacts.Access(
                Optional.of(new Subscription("demo", "Demonstration", "demo-key")),
                Optional.of(new Product("starter", "Starter"))));
    }

    public static CallFacts anonymous() {
        return with(CallFacts.Access.free());
    }

    private static CallFacts with(CallFacts.Access access) {
        CallFacts.Target target = new CallFacts.Target(
                Optional.of(new ApiIdentity("accounts", "Accounts", "accounts-api")),
                Optional.of(new OperationIdentity("readAccount", "Read an account", "GET", "/accounts/{id}")),
                Map.of("id", "7"));
        Url url = new Url(
                new Url.Authority("https", "gateway.example", 8443),
                "/accounts-api/accounts/7",
                QueryString.parse("a=1&b=2&b=3"));
        return new CallFacts(ID, target, access, new CallFacts.Arrival(url, "127.0.0.1"));
    }
}

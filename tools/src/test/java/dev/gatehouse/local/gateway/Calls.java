package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.ApiIdentity;
import dev.gatehouse.local.gateway.expression.Call;
import dev.gatehouse.local.gateway.expression.OperationIdentity;
import dev.gatehouse.local.gateway.expression.Product;
import dev.gatehouse.local.gateway.expression.Subscription;
import dev.gatehouse.local.gateway.expression.Url;
import dev.gatehouse.local.http.QueryString;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Calls of {@code GET /accounts-api/accounts/7?a=1&b=2&b=3}, by one right or another. */
public final class Calls {
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    private Calls() {}

    /** With the subscription {@code demo} to the product {@code starter}. */
    public static Call subscribed() {
        return with(new Call.Access(
                Optional.of(new Subscription("demo", "Demonstration", "demo-key")),
                Optional.of(new Product("starter", "Starter"))));
    }

    public static Call anonymous() {
        return with(Call.Access.free());
    }

    private static Call with(Call.Access access) {
        Call.Target target = new Call.Target(
                Optional.of(new ApiIdentity("accounts", "Accounts", "accounts-api")),
                Optional.of(new OperationIdentity("readAccount", "Read an account", "GET", "/accounts/{id}")),
                Map.of("id", "7"));
        Url url = new Url(
                new Url.Authority("https", "gateway.example", 8443),
                "/accounts-api/accounts/7",
                QueryString.parse("a=1&b=2&b=3"));
        return new Call(ID, target, access, new Call.Arrival(url, "127.0.0.1"));
    }
}

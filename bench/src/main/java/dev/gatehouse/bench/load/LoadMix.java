package dev.gatehouse.bench.load;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoUser;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import java.util.ArrayList;
import java.util.List;

/** The demonstration's calls without lasting effects, at both endpoints: admitted ones, and ones that each layer refuses. */
final class LoadMix {
    private static final Request LIST = Request.get("/accounts");
    private static final Request WHO_AM_I = Request.get("/whoami");
    private static final long YEARS_AGO = 1_700_000_000L;

    private final Chain chain;
    private final List<LoadCall> calls = new ArrayList<>();

    private LoadMix(Chain chain) {
        this.chain = chain;
    }

    static List<LoadCall> of(Chain chain) {
        String audience = chain.deployment().registrations().front().clientId();
        LoadMix mix = new LoadMix(chain);
        TokenDraft app = mix.app(DemoClient.withRole("Accounts.Read"), audience);
        mix.gateway(app, mix.user(DemoUser.ADA, audience), mix.user(DemoUser.BOB, audience));
        mix.gatewayRefuses(app, mix.app(DemoClient.UNLISTED, audience).compact());
        mix.functionApp(chain.deployment().flow() == Flow.CALLER_TOKEN ? app.compact() : mix.gatewayIdentity());
        return List.copyOf(mix.calls);
    }

    private void gateway(TokenDraft app, String user, String userWithoutScope) {
        for (int i = 0; i < 4; i++) { // most calls are admitted
            calls.add(LoadCall.served(chain.doors().gateway(), subscribed(LIST, app.compact())));
            calls.add(LoadCall.served(chain.doors().gateway(), subscribed(WHO_AM_I, user)));
        }
        refused(subscribed(LIST, userWithoutScope), 403, "requirement-not-met");
    }

    private void gatewayRefuses(TokenDraft app, String unlisted) {
        String[] good = app.compact().split("\\.", -1);
        String[] changed =
                app.claim("roles", List.of("Accounts.Provision")).compact().split("\\.", -1);
        refused(subscribed(LIST, good[0] + "." + changed[1] + "." + good[2]), 401, "TokenSignatureInvalid");
        TokenDraft expired = app.claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3_600);
        refused(subscribed(LIST, expired.compact()), 401, "TokenExpired");
        refused(subscribed(LIST, unlisted), 401, "client-not-allowed");
        refused(LIST.with("Ocp-Apim-Subscription-Key", chain.keys().subscription()), 401, "TokenNotPresent");
        refused(bearer(LIST, app.compact()), 401, "SubscriptionKeyNotFound");
    }

    private void functionApp(String token) {
        Request keyed = LIST.with("x-functions-key", chain.keys().function());
        calls.add(LoadCall.served(chain.doors().functionApp(), Request.get("/health")));
        calls.add(LoadCall.refused(chain.doors().functionApp(), keyed, 401, Layer.EASY_AUTH, "no-token"));
        calls.add(LoadCall.refused(chain.doors().functionApp(), bearer(LIST, token), 401, Layer.HOST, "function-key"));
        if (chain.deployment().flow() == Flow.CALLER_TOKEN) {
            calls.add(LoadCall.served(chain.doors().functionApp(), bearer(keyed, token)));
        } else {
            calls.add(LoadCall.refused(
                    chain.doors().functionApp(), bearer(keyed, token), 400, Layer.GUARD, "forwarded-caller-malformed"));
        }
    }

    private void refused(Request request, int status, String reason) {
        calls.add(LoadCall.refused(chain.doors().gateway(), request, status, Layer.GATEWAY, reason));
    }

    private TokenDraft app(DemoClient client, String audience) {
        return chain.entra().forge().app(client.clientId(), audience);
    }

    private String user(DemoUser user, String audience) {
        return chain.entra()
                .forge()
                .user(DemoClient.DESKTOP.clientId(), audience, user.user().objectId())
                .compact();
    }

    private String gatewayIdentity() {
        Deployment deployment = chain.deployment();
        String api = deployment.registrations().api().clientId();
        return chain.entra()
                .forge()
                .managedIdentity(deployment.gatewayIdentities().get(0), api)
                .compact();
    }

    private Request subscribed(Request request, String token) {
        return bearer(request, token)
                .with("Ocp-Apim-Subscription-Key", chain.keys().subscription());
    }

    private static Request bearer(Request request, String token) {
        return request.with("Authorization", "Bearer " + token);
    }
}

package dev.gatehouse.chain.demo;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import dev.gatehouse.chain.Chain;
import java.net.MalformedURLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * Gets tokens as clients do, with unmodified MSAL4J; only the proxy to the login service is local. Each token is requested once,
 * and then used for all calls of its client.
 */
class DemoTokens {
    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
    private static final int PATIENCE_SECONDS = 30;

    private final Chain chain;
    private final DemoSecret secret;
    private final SSLSocketFactory sockets;
    private final Map<String, DemoTokenOutcome> received = new HashMap<>();

    DemoTokens(Chain chain, DemoSecret secret) {
        this(chain, secret, chain.tls().trusting().getSocketFactory());
    }

    /** @param sockets one for all clients of a chain, as Java keeps connections alive for each factory by itself */
    DemoTokens(Chain chain, DemoSecret secret, SSLSocketFactory sockets) {
        this.chain = chain;
        this.secret = secret;
        this.sockets = sockets;
    }

    /** An application's token by client credentials; {@code resource} is an App ID URI. */
    DemoTokenOutcome app(DemoClient client, String resource) {
        return received.computeIfAbsent(
                client.name() + " " + resource,
                first -> outcome(confidential(client)
                        .acquireToken(ClientCredentialParameters.builder(Set.of(resource + "/.default"))
                                .build())));
    }

    /**
     * A user's token by device code; the user enters the code at once, but not before {@code acquireToken} has returned: MSAL4J asks
     * on another thread whether what it returns was cancelled.
     */
    DemoTokenOutcome user(DemoUser user, String resource) {
        return received.computeIfAbsent(user.name() + " " + resource, first -> {
            CompletableFuture<Void> returned = new CompletableFuture<>();
            DeviceCodeFlowParameters parameters = DeviceCodeFlowParameters.builder(
                            Set.of(resource + "/.default"), code -> {
                                returned.join();
                                chain.entra()
                                        .signIn(code.userCode(), user.user().objectId());
                            })
                    .build();
            CompletableFuture<IAuthenticationResult> acquisition = desktop().acquireToken(parameters);
            returned.complete(null);
            return outcome(acquisition);
        });
    }

    /** The managed identity's token, requested in a separate process because its library reads the endpoint from the environment. */
    DemoTokenOutcome managedIdentity(String resource) {
        return new ManagedIdentityProcess(chain.entra()
                        .identityEndpoint(DemoTenant.managedIdentity().clientId()))
                .token(resource);
    }

    private ConfidentialClientApplication confidential(DemoClient client) {
        try {
            return ConfidentialClientApplication.builder(
                            client.clientId(), ClientCredentialFactory.createFromSecret(secret.value()))
                    .authority(authority())
                    .proxy(chain.entra().proxy().asProxy())
                    .sslSocketFactory(sockets)
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the authority is a valid URL", impossible);
        }
    }

    private PublicClientApplication desktop() {
        try {
            return PublicClientApplication.builder(DemoClient.DESKTOP.clientId())
                    .authority(authority())
                    .proxy(chain.entra().proxy().asProxy())
                    .sslSocketFactory(sockets)
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the authority is a valid URL", impossible);
        }
    }

    private String authority() {
        return chain.entra().directory().tenant().authority();
    }

    private static DemoTokenOutcome outcome(CompletableFuture<IAuthenticationResult> acquisition) {
        try {
            return new DemoTokenOutcome.Issued(
                    acquisition.get(PATIENCE_SECONDS, TimeUnit.SECONDS).accessToken());
        } catch (ExecutionException refused) {
            Matcher code = CODE.matcher(String.valueOf(refused.getMessage()));
            return new DemoTokenOutcome.Refused(code.find() ? code.group() : "no AADSTS code: " + refused.getCause());
        } catch (TimeoutException late) {
            return new DemoTokenOutcome.Refused("no response within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new DemoTokenOutcome.Refused("interrupted");
        }
    }
}

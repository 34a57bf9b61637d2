package dev.gatehouse.onward;

import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.UserAssertion;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges users' tokens by MSAL4J. One client application for one exchange: MSAL4J's own cache, which has no bound and knows users
 * by the assertion alone, ends with it.
 */
final class MsalExchange implements OnwardExchange {
    /** Of an exchange, and of the managed identity's token before it. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** As many as there are exchanges at a time: MSAL4J would take the common pool, which has one thread where the app has one CPU. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "gatehouse-onward");
        thread.setDaemon(true);
        return thread;
    });

    private final AppAtEntra app;
    private final MsalCredentials credentials;

    MsalExchange(AppAtEntra app) {
        this.app = app;
        this.credentials = new MsalCredentials(app, THREADS);
    }

    @Override
    public OnwardResult exchange(OnwardRequest request) {
        MsalHttp http = new MsalHttp();
        try {
            IClientCredential credential = credentials.obtain();
            IAuthenticationResult token = within(
                    LIMIT,
                    application(request, credential, http)
                            .acquireToken(OnBehalfOfParameters.builder(
                                            request.scopes(),
                                            new UserAssertion(request.token().value()))
                                    .skipCache(true)
                                    .build()));
            return token.accessToken() == null || token.accessToken().isBlank() // MSAL4J takes any JSON object
                    ? OnwardRefusal.unavailable(EntraAnswer.USUAL_WAIT).because("Entra answered without a token")
                    : new OnwardToken(token.accessToken(), token.expiresOnDate().toInstant());
        } catch (MsalCredentials.Unusable unusable) {
            return unusable.refusal();
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof MsalServiceException
                    ? http.last().orElseThrow().refusal(app.consentScope())
                    : unavailable(failed.getCause());
        } catch (TimeoutException late) {
            return unavailable(late);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the settings were checked", impossible);
        }
    }

    private ConfidentialClientApplication application(
            OnwardRequest request, IClientCredential credential, MsalHttp http) throws MalformedURLException {
        return ConfidentialClientApplication.builder(app.clientId(), credential)
                .authority(app.authority(request.caller().tenant()))
                .instanceDiscovery(false) // the settings name a login service of Microsoft's
                .httpClient(http)
                .executorService(THREADS)
                .disableInternalRetries() // the caller is told when to come again
                .build();
    }

    private static OnwardRefusal unavailable(@Nullable Throwable cause) {
        return OnwardRefusal.unavailable(EntraAnswer.USUAL_WAIT)
                .because("Entra did not answer: " + MsalCredentials.names(cause));
    }

    static <T> T within(Duration limit, CompletableFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}

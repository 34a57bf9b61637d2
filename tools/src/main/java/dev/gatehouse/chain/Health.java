package dev.gatehouse.chain;

import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Polls the app's health endpoint until the app is ready. */
record Health(Forwarder forwarder, URI functionApp) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    static Health of(URI functionApp, LocalTls tls) {
        return new Health(new Forwarder(tls.trusting(), PATIENCE), functionApp);
    }

    /** @throws NotHealthyException with the last response, when the app is not ready within 30 s */
    void await() {
        String last = "no response";
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            try {
                Response response = forwarder.forward(
                        Request.get(functionApp.getRawPath() + "/health"), "https://" + functionApp.getRawAuthority());
                if (response.status() == 200) {
                    return;
                }
                if (response.bodyText().contains("urn:gatehouse:problem:misconfigured")) {
                    throw new NotHealthyException(
                            "configuration error: the app rejects every call because its settings or contract are invalid");
                }
                last = response.status() + " " + response.bodyText();
                Thread.sleep(PAUSE.toMillis());
            } catch (IOException unreachable) {
                throw new NotHealthyException("the function app does not respond: " + unreachable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new NotHealthyException("interrupted while waiting for the app to become ready");
            }
        }
        throw new NotHealthyException("the app did not become ready; its health endpoint returned " + last);
    }
}

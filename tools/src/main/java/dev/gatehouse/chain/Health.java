package dev.gatehouse.chain;

import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Calls an operation without a token until the app answers: with its response where it is public, else with the guard's refusal. */
record Health(Chain chain) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** @throws NotHealthyException with the last response, when the app is not ready within 30 s */
    void await(Contract contract) {
        Optional<Operation> open = contract.operations().stream()
                .filter(Operation::isPublic)
                .filter(Health::isPlainGet)
                .findFirst();
        Optional<Operation> guarded =
                contract.operations().stream().filter(Health::isPlainGet).findFirst();
        if (open.isPresent()) {
            await(chain.doors().functionApp(), Request.get("/" + open.get().route()));
        } else if (guarded.isPresent()) {
            Request request = Request.get("/" + guarded.get().route());
            await(
                    chain.doors().host(),
                    request.with("x-functions-key", chain.keys().function()));
        } // else no call is known that changes nothing
    }

    private static boolean isPlainGet(Operation operation) {
        return operation.method().equals("GET") && !operation.route().contains("{");
    }

    private void await(URI door, Request request) {
        Forwarder forwarder = new Forwarder(chain.tls().trusting(), PATIENCE);
        Request asked = request.withTarget(door.getRawPath() + request.target());
        String last = "no response";
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            try {
                Response response = forwarder.forward(asked, door.getScheme() + "://" + door.getRawAuthority());
                if (response.bodyText().contains("urn:gatehouse:problem:misconfigured")) {
                    throw new NotHealthyException(
                            "configuration error: the app rejects every call because its settings or contract are invalid");
                }
                if (response.status() != 503 && response.status() != 502) {
                    return;
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
        throw new NotHealthyException(
                "the app did not become ready; " + request.method() + " " + request.target() + " was answered " + last);
    }
}

package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Finds the subscription whose key a call carries. */
final class SubscriptionCheck {
    static final String HEADER = "Ocp-Apim-Subscription-Key";
    static final String PARAMETER = "subscription-key";

    private static final String MISSING = "Access denied due to missing subscription key."
            + " Make sure to include subscription key when making requests to an API.";
    private static final String INVALID = "Access denied due to invalid subscription key."
            + " Make sure to provide a valid key for an active subscription.";

    private final Subscriptions subscriptions;

    SubscriptionCheck(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The outcome of the check. */
    sealed interface Outcome {
        /** The call may go on, with a subscription's id or, where none is needed, without. */
        record Admitted(Optional<String> subscription) implements Outcome {}

        /** The call ends here. */
        record Denied(Failure failure) implements Outcome {}
    }

    /** @param realm the API's public address */
    Outcome check(Request request, String realm) {
        Optional<String> key = key(request);
        Optional<String> id = key.flatMap(this::subscription);
        if (id.isPresent() || !subscriptions.required()) {
            return new Outcome.Admitted(id);
        }
        String expected = "a key in header " + HEADER + " or query parameter " + PARAMETER;
        return key.isPresent()
                ? new Outcome.Denied(new Failure(
                        "SubscriptionKeyInvalid", expected, "one of no subscription", answer(INVALID, realm)))
                : new Outcome.Denied(new Failure("SubscriptionKeyNotFound", expected, "none", answer(MISSING, realm)));
    }

    private static Optional<String> key(Request request) {
        return request.headers().joined(HEADER).or(() -> request.query().all(PARAMETER).stream()
                .findFirst());
    }

    /** Compares with every key, each in constant time, so that the time taken tells nothing. */
    private Optional<String> subscription(String key) {
        Optional<String> found = Optional.empty();
        for (Map.Entry<String, String> each : subscriptions.keys().entrySet()) {
            boolean equal = MessageDigest.isEqual(bytes(key), bytes(each.getValue()));
            found = equal ? Optional.of(each.getKey()) : found;
        }
        return found;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static Response answer(String message, String realm) {
        String challenge = "AzureApiManagementKey realm=\"" + realm + "\",name=\"" + HEADER + "\",type=\"header\"";
        return Failure.answer(401, message).with("WWW-Authenticate", challenge);
    }
}

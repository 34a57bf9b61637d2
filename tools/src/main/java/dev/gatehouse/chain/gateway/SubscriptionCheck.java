package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.CallFacts;
import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.expression.Subscription;
import dev.gatehouse.chain.gateway.policy.BuiltInFailure;
import dev.gatehouse.chain.gateway.policy.PolicyFailure;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds the right of a call: the subscription of its key, an open product, or none. */
final class SubscriptionCheck {
    static final String HEADER = "Ocp-Apim-Subscription-Key";
    static final String PARAMETER = "subscription-key";

    private static final String MISSING = "Access denied due to missing subscription key."
            + " Make sure to include subscription key when making requests to an API.";
    private static final String INVALID = "Access denied due to invalid subscription key."
            + " Make sure to provide a valid key for an active subscription.";

    private final Api api;
    private final AccessSettings access;

    SubscriptionCheck(Api api, AccessSettings access) {
        this.api = api;
        this.access = access;
    }

    /** The outcome of the check. */
    sealed interface Outcome {
        /** The call may go on. */
        record Admitted(CallFacts.Access access) implements Outcome {}

        /** The call is refused. */
        record Denied(BuiltInFailure denial) implements Outcome {}
    }

    /**
     * Checks a call's key. A key for a different API is refused even if no key is required, as in Azure.
     *
     * @param realm the API's public address
     */
    Outcome check(Request request, String realm) {
        Optional<String> key = key(request);
        if (key.isPresent()) {
            return subscription(key.get())
                    .flatMap(this::admitted)
                    .<Outcome>map(Outcome.Admitted::new)
                    .orElseGet(() -> denied(
                            "SubscriptionKeyInvalid", "a key without a subscription to this API", INVALID, realm));
        }
        Optional<Product> open = access.with(api.identity().id()).stream()
                .filter(ProductSettings::open)
                .map(ProductSettings::identity)
                .findFirst();
        return open.isPresent() || !api.subscriptionRequired()
                ? new Outcome.Admitted(new CallFacts.Access(Optional.empty(), open))
                : denied("SubscriptionKeyNotFound", "none", MISSING, realm);
    }

    /** The right that a subscription gives to this API; empty if it is only for others. */
    private Optional<CallFacts.Access> admitted(SubscriptionSettings found) {
        Optional<Subscription> by = Optional.of(found.subscription());
        String id = api.identity().id();
        if (found.scope() instanceof SubscriptionSettings.Scope.OneProduct one) {
            return access.product(one.productId())
                    .filter(product -> product.apis().contains(id))
                    .map(product -> new CallFacts.Access(by, Optional.of(product.identity())));
        }
        return found.scope() instanceof SubscriptionSettings.Scope.OneApi one
                        && !one.apiId().equals(id)
                ? Optional.empty()
                : Optional.of(new CallFacts.Access(by, Optional.empty()));
    }

    private static Optional<String> key(Request request) {
        return request.headers().joined(HEADER).or(() -> request.query().all(PARAMETER).stream()
                .findFirst());
    }

    /** Compares with every key, each in constant time, so that the time reveals nothing. */
    private Optional<SubscriptionSettings> subscription(String key) {
        Optional<SubscriptionSettings> found = Optional.empty();
        for (SubscriptionSettings each : access.subscriptions()) {
            boolean equal =
                    MessageDigest.isEqual(bytes(key), bytes(each.subscription().key()));
            found = equal ? Optional.of(each) : found;
        }
        return found;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome denied(String reason, String actual, String message, String realm) {
        String expected = "a key in header " + HEADER + " or query parameter " + PARAMETER;
        PolicyFailure failure = new PolicyFailure(reason, expected, actual, answer(message, realm));
        return new Outcome.Denied(new BuiltInFailure("authorization", message, failure));
    }

    private static Response answer(String message, String realm) {
        String challenge = "AzureApiManagementKey realm=\"" + realm + "\",name=\"" + HEADER + "\",type=\"header\"";
        return PolicyFailure.answer(401, message).with("WWW-Authenticate", challenge);
    }
}

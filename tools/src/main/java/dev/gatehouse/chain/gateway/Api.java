package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The API that the gateway serves.
 *
 * @param policy the document of the API's scope
 * @param subscriptionRequired whether a call needs a subscription, unless a product is open
 */
public record Api(
        ApiIdentity identity, PolicySource policy, boolean subscriptionRequired, List<PublishedOperation> operations) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    public Api {
        String path = identity.path();
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "an API's path must be letters, digits, - and _ between slashes: " + path);
        }
        operations = List.copyOf(operations);
    }
}

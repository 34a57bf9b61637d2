package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.PolicySource;
import java.util.List;

/**
 * The API that the gateway serves.
 *
 * @param path its part of every public URL, without slashes around it
 * @param policy the document of the API's scope
 */
public record Api(String path, PolicySource policy, Subscriptions subscriptions, List<Operation> operations) {

    public Api {
        operations = List.copyOf(operations);
    }
}

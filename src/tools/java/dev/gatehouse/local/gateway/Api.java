package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.PolicySource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The API that the gateway serves.
 *
 * @param path its part of every public URL, without slashes around it
 * @param policy the document of the API's scope
 */
public record Api(String path, PolicySource policy, Subscriptions subscriptions, List<Operation> operations) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    public Api {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("an API's path has letters, digits, - and _ between slashes: " + path);
        }
        operations = List.copyOf(operations);
    }
}

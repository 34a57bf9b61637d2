package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a call before any policy runs.
 *
 * @param id a new one for each call
 */
public record CallFacts(UUID id, Target target, Access access, Arrival arrival) {

    /**
     * What is called.
     *
     * @param api empty for an address that is no API's
     * @param operation empty for one that is no operation's
     * @param parameters of the operation's URL template, decoded
     */
    public record Target(
            Optional<ApiIdentity> api, Optional<OperationIdentity> operation, Map<String, String> parameters) {
        public Target {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * By what right.
     *
     * @param product empty for calls that belong to none
     */
    public record Access(Optional<Subscription> subscription, Optional<Product> product) {
        public static Access free() {
            return new Access(Optional.empty(), Optional.empty());
        }
    }

    /**
     * How it came in.
     *
     * @param url as the client wrote it
     * @param clientAddress the client's IP address
     */
    public record Arrival(Url url, String clientAddress) {}
}

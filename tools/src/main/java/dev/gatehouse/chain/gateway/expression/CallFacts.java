package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The properties of a call that are known before any policy runs.
 *
 * @param id unique for each call
 */
public record CallFacts(UUID id, Target target, Access access, Arrival arrival) {

    /**
     * The target of a call.
     *
     * @param api empty for an address outside every API
     * @param operation empty for an address without an operation
     * @param parameters of the operation's URL template, decoded
     */
    public record Target(
            Optional<ApiIdentity> api, Optional<OperationIdentity> operation, Map<String, String> parameters) {
        public Target {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * The right to call.
     *
     * @param product empty for calls without a product
     */
    public record Access(Optional<Subscription> subscription, Optional<Product> product) {
        public static Access free() {
            return new Access(Optional.empty(), Optional.empty());
        }
    }

    /**
     * The connection of a call.
     *
     * @param url as sent by the client
     * @param clientAddress the client's IP address
     */
    public record Arrival(Url url, String clientAddress) {}
}

package dev.gatehouse.local.chain;

/** How the gateway passes a call on. */
public enum Flow {
    /** With the caller's own token. */
    CALLER_TOKEN("api-caller-token"),
    /** With a token of the gateway's managed identity, and the caller named in headers. */
    GATEWAY_IDENTITY("api-gateway-identity");

    private final String policy;

    Flow(String policy) {
        this.policy = policy;
    }

    /** The name of the API's policy, in its first variant. */
    String policy() {
        return policy;
    }
}

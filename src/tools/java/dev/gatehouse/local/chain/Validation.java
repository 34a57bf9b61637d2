package dev.gatehouse.local.chain;

/** Which policy the gateway checks tokens with. */
public enum Validation {
    /** {@code validate-azure-ad-token}: less to get wrong. */
    AZURE_AD_TOKEN(""),
    /** {@code validate-jwt}, for where the other is not available. */
    JWT("-validate-jwt");

    private final String suffix;

    Validation(String suffix) {
        this.suffix = suffix;
    }

    /** The API's policy of a flow in this variant. */
    String policy(Flow flow) {
        return flow.policy() + suffix + ".xml";
    }
}

package dev.gatehouse.deployment;

/** How the gateway passes a call on. */
public enum Flow {
    /** With the caller's own token. */
    CALLER_TOKEN,
    /** With a token of the gateway's managed identity, and the caller named in headers. */
    GATEWAY_IDENTITY
}

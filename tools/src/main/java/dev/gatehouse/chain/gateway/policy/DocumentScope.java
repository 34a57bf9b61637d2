package dev.gatehouse.chain.gateway.policy;

import java.util.Locale;

/** The scopes of policy documents, from broad to narrow. */
public enum DocumentScope {
    GLOBAL,
    PRODUCT,
    API,
    OPERATION;

    /** The value of {@code context.LastError.Scope}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}

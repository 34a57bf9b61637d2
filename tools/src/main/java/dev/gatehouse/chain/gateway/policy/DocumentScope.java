package dev.gatehouse.chain.gateway.policy;

import java.util.Locale;

/** What a policy document is for, from broad to narrow. */
public enum DocumentScope {
    GLOBAL,
    PRODUCT,
    API,
    OPERATION;

    /** The name as it stands in {@code context.LastError.Scope}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.gatehouse.local.gateway.policy;

import java.util.Locale;

/** What a policy document is for, from broad to narrow. */
enum Scope {
    GLOBAL,
    API,
    OPERATION;

    /** The name as it stands in {@code context.LastError.Scope}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a document whose {@code base} stands for this one. */
    Scope narrower() {
        return this == GLOBAL ? API : OPERATION;
    }
}

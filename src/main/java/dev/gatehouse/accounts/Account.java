package dev.gatehouse.accounts;

/** An account that was provisioned. */
record Account(String id, String displayName) {}

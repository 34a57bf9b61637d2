package dev.gatehouse.sample.accounts;

/** An account that was provisioned. */
record Account(String id, String displayName) {}

package dev.gatehouse.local.gateway.expression;

/** The subscription a call was made with; its key is not readable here. */
record Subscription(String id) {}

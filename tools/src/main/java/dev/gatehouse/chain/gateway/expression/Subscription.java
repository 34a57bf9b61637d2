package dev.gatehouse.chain.gateway.expression;

/** A subscription in expressions. */
public record Subscription(String id, String name, String key) {

    public Subscription {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key of subscription " + id + " is blank");
        }
    }

    /** Without the key, which is secret. */
    @Override
    public String toString() {
        return "subscription " + id;
    }
}

package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.Subscription;

/** A subscription and its scope. */
public record SubscriptionSettings(Subscription subscription, Scope scope) {

    /** The scope of a subscription. */
    public sealed interface Scope {
        /** Every API, without any product's policies. */
        record AllApis() implements Scope {}

        /** One API, without any product's policies. */
        record OneApi(String apiId) implements Scope {}

        /** The APIs of a product, under its policies. */
        record OneProduct(String productId) implements Scope {}
    }
}

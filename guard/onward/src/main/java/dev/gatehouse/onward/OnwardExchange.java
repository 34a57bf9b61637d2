package dev.gatehouse.onward;

/** Obtains a token from Entra, without a cache. */
@FunctionalInterface
interface OnwardExchange {

    /** Takes ten seconds at most; never throws but for bugs. */
    OnwardResult exchange(OnwardRequest request);
}

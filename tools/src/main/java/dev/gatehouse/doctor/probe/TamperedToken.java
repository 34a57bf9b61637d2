package dev.gatehouse.doctor.probe;

/** Tokens that differ from a good one in one point each. What an outsider can make of the good one is not among them. */
public enum TamperedToken {
    /** Of a client that may call. */
    GOOD,
    /** The same, once good. */
    EXPIRED,
    /** Of the same client, for another API. */
    OTHER_AUDIENCE,
    /** For this API, of a client that is not allowed. */
    OTHER_CLIENT,
    /** Of an allowed client that has no role and no scope. */
    WITHOUT_ROLE
}

package dev.gatehouse.doctor.probe;

/** Tokens that each differ from a valid one in one point and that Entra issued. {@link Forgeries} are not among them. */
public enum TamperedToken {
    /** Of a client that may call the API. */
    GOOD,
    /** The same, but expired. */
    EXPIRED,
    /** Of the same client, for another API. */
    OTHER_AUDIENCE,
    /** For this API, of a client that is not allowed. */
    OTHER_CLIENT,
    /** Of an allowed client that has no role and no scope. */
    WITHOUT_ROLE
}

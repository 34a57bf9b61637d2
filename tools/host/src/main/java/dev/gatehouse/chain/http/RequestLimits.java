package dev.gatehouse.chain.http;

/**
 * What a server accepts of a request beyond its syntax.
 *
 * @param bodyBytes the longest body
 * @param tooLong the status for a longer body
 * @param rawTargets whether characters that RFC 3986 excludes from a target, such as {@code |} or {@code %zz}, are accepted
 */
public record RequestLimits(int bodyBytes, int tooLong, boolean rawTargets) {
    /** Of the layers in front of the host: small bodies suffice on a laptop, and they can forward only what is a URI. */
    static final RequestLimits OF_A_LAYER = new RequestLimits(10 * 1024 * 1024, 413, false);

    /** Of the Functions host, as measured: 104,857,600 bytes, then 500; every target. */
    public static final RequestLimits OF_THE_HOST = new RequestLimits(104_857_600, 500, true);
}

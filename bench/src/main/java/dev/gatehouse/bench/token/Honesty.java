package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;

/** Verifies, before any measurement, that a peer checks signature, issuer, audience and expiry. */
final class Honesty {
    private Honesty() {}

    static void check(TokenValidator subject, BenchEntra entra) {
        Peer peer = Peer.of(subject, entra);
        entra.tampered().forEach((how, token) -> {
            if (accepts(peer, token)) {
                throw new IllegalStateException(subject + ", as configured here, accepts a token " + how);
            }
        });
    }

    private static boolean accepts(Peer peer, String token) {
        try {
            peer.validate(token);
            return true;
        } catch (Exception refused) { // each library has its own exception
            return false;
        }
    }
}

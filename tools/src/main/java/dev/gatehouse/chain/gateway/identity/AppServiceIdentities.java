package dev.gatehouse.chain.gateway.identity;

import dev.gatehouse.chain.gateway.identity.IdentityCall.IssuedToken;
import dev.gatehouse.chain.gateway.policy.ManagedIdentities;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Managed identities of a local endpoint like App Service's; each token is cached until 5 minutes before it expires. */
public final class AppServiceIdentities implements ManagedIdentities {
    static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final IdentityCall call;
    private final Clock clock;
    private final Map<Wanted, IssuedToken> kept = new ConcurrentHashMap<>();

    private record Wanted(String resource, Optional<String> clientId) {}

    /**
     * Sends no request yet.
     *
     * @param endpoint the value of {@code IDENTITY_ENDPOINT}: plain http on a loopback address, without a query
     * @param header the value of {@code IDENTITY_HEADER}, a secret
     * @throws IllegalArgumentException for an address of another machine, which must not receive the secret
     */
    public AppServiceIdentities(URI endpoint, String header, Clock clock) {
        boolean local = "http".equals(endpoint.getScheme())
                && endpoint.getHost() != null
                && LOOPBACK.contains(endpoint.getHost())
                && endpoint.getRawUserInfo() == null;
        if (!local || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("the identity endpoint must be plain http on a loopback address");
        }
        this.call = new IdentityCall(endpoint, header);
        this.clock = clock;
    }

    @Override
    public String token(String resource, Optional<String> clientId) throws IOException {
        Wanted wanted = new Wanted(resource, clientId);
        IssuedToken known = kept.get(wanted);
        if (known != null && isFresh(known)) {
            return known.token();
        }
        IssuedToken fresh = call.answer(resource, clientId);
        if (!clock.instant().isBefore(fresh.end())) {
            throw new IOException("the identity endpoint returned a token that expired at " + fresh.end());
        }
        kept.put(wanted, fresh);
        return fresh.token();
    }

    @Override
    public boolean have(String resource, Optional<String> clientId) {
        IssuedToken known = kept.get(new Wanted(resource, clientId));
        return known != null && isFresh(known);
    }

    private boolean isFresh(IssuedToken token) {
        return clock.instant().isBefore(token.end().minus(RENEWED_BEFORE_END));
    }

    /** Contains neither the secret nor any token. */
    @Override
    public String toString() {
        return "managed identities at " + call;
    }
}

package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Refresh tokens (https://learn.microsoft.com/entra/identity-platform/refresh-tokens). A single-page application's end 24 hours after the
 * sign-in, whichever are issued in between; others 90 days after they were issued. Using one does not revoke it.
 */
final class RefreshTokens {
    static final Duration OF_SPA = Duration.ofHours(24);
    static final Duration OF_OTHERS = Duration.ofDays(90);

    private final Clock clock;
    private final Recent<Held> held = new Recent<>();

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    private record Held(UserGrant grant, Instant issued, Instant expires) {}

    /** A refresh token with the time its successors may last at most. */
    record Usable(UserGrant grant, Instant expires) {}

    /** The first after a sign-in. */
    String issue(UserGrant grant) {
        return put(grant, clock.instant().plus(isOfSpa(grant) ? OF_SPA : OF_OTHERS));
    }

    /** The next one. */
    String renew(Usable used) {
        return isOfSpa(used.grant()) ? put(used.grant(), used.expires()) : issue(used.grant());
    }

    synchronized EntraResult<UserGrant> find(String token) {
        return EntraResult.of(Optional.ofNullable(held.get(token)).map(Held::grant), EntraError.MALFORMED::refuse);
    }

    /** @param client that was authenticated as the token's platform requires */
    synchronized EntraResult<Usable> use(String token, Client client) {
        Held known = held.get(token);
        if (known == null) {
            return EntraError.MALFORMED.refuse();
        }
        if (!known.grant().clientId().equals(client.principal().clientId())) {
            return EntraError.GRANT_OF_ANOTHER_CLIENT.refuse();
        }
        if (clock.instant().isBefore(known.expires())) {
            return EntraResult.granted(new Usable(known.grant(), known.expires()));
        }
        return isOfSpa(known.grant())
                ? EntraError.REFRESH_EXPIRED_SPA.refuse("1.00:00:00", known.issued())
                : EntraError.REFRESH_EXPIRED.refuse(known.issued(), "90.00:00:00");
    }

    private synchronized String put(UserGrant grant, Instant expires) {
        String token = "1." + RandomId.base64Url(96);
        held.put(token, new Held(grant, clock.instant(), expires));
        return token;
    }

    private static boolean isOfSpa(UserGrant grant) {
        return grant.platform() == Platform.SPA;
    }
}

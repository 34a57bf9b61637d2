package dev.gatehouse.local.chain;

import dev.gatehouse.local.host.HostKeys;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The keys of one start: new each time.
 *
 * @param subscription the demonstration's subscription at the gateway
 * @param host the function app's keys; the gateway has one of its own
 */
public record Keys(String subscription, HostKeys host) {
    private static final String GATEWAY = "gateway";

    static Keys random() {
        byte[] subscription = new byte[16];
        new SecureRandom().nextBytes(subscription);
        return new Keys(HexFormat.of().formatHex(subscription), HostKeys.random(Set.of("default", GATEWAY)));
    }

    /** The function key that only the gateway holds. */
    public String gateway() {
        String key = host.host().get(GATEWAY);
        if (key == null) {
            throw new IllegalStateException("the function app has no key for the gateway");
        }
        return key;
    }

    /** Never the keys themselves. */
    @Override
    public String toString() {
        return "the keys of this start";
    }
}

package dev.gatehouse.chain;

import dev.gatehouse.chain.host.HostKeys;
import dev.gatehouse.deployment.Deployment;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of one start of the chain; they are generated at each start.
 *
 * @param subscriptions keys at the gateway, by subscription name; active subscriptions come first
 * @param host keys of the function app: those of the deployment, and those that Azure creates for every app
 */
public record AccessKeys(Map<String, String> subscriptions, HostKeys host) {
    /** The name of the host key that every function app has. */
    private static final String DEFAULT = "default";

    public AccessKeys {
        subscriptions = Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions));
    }

    static AccessKeys of(Deployment deployment) {
        SecureRandom random = new SecureRandom();
        HostKeys own = HostKeys.random(Set.of(DEFAULT));
        Map<String, String> host = new HashMap<>(own.host());
        host.putAll(deployment.functionApp().keys());
        Map<String, String> subscriptions = new LinkedHashMap<>();
        deployment.subscriptions().forEach(name -> subscriptions.put(name, hex(random)));
        return new AccessKeys(subscriptions, new HostKeys(own.master(), host, Map.of()));
    }

    /** A subscription key, of an active subscription if possible; empty when no subscription is deployed. */
    public String subscription() {
        return subscriptions.values().stream().findFirst().orElse("");
    }

    /** A key for every function: the operator's host key, not the gateway's. */
    public String function() {
        return host.host().getOrDefault(DEFAULT, "");
    }

    /** All keys, so that they can be redacted everywhere. */
    public List<String> secrets() {
        return Stream.of(subscriptions.values(), host.host().values(), List.of(host.master()))
                .flatMap(keys -> keys.stream())
                .toList();
    }

    /** Never contains a key. */
    @Override
    public String toString() {
        return "the keys of this start";
    }

    private static String hex(SecureRandom random) {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}

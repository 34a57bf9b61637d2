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
 * The keys of one start: new each time.
 *
 * @param subscriptions at the gateway, by the subscriptions' names, those first that open something
 * @param host the function app's keys: what the deployment makes, and what Azure makes with every app
 */
public record AccessKeys(Map<String, String> subscriptions, HostKeys host) {
    /** The host key that every function app has. */
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

    /** A subscription's key, one that opens something if there is one; empty where no subscription is deployed. */
    public String subscription() {
        return subscriptions.values().stream().findFirst().orElse("");
    }

    /** A key that opens every function, as whoever runs the app has one beside the gateway's. */
    public String function() {
        return host.host().getOrDefault(DEFAULT, "");
    }

    /** What nobody may ever show. */
    public List<String> secrets() {
        return Stream.of(subscriptions.values(), host.host().values(), List.of(host.master()))
                .flatMap(keys -> keys.stream())
                .toList();
    }

    /** Never the keys themselves. */
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

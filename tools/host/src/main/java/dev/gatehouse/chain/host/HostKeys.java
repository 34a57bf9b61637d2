package dev.gatehouse.chain.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a function app.
 *
 * @param master gives access to everything
 * @param host by name; each gives access to every function, but not to the admin endpoints
 * @param functions by function, then by name; each gives access to that function only
 */
public record HostKeys(String master, Map<String, String> host, Map<String, Map<String, String>> functions) {
    private static final int KEY_BYTES = 40;

    public HostKeys {
        host = Map.copyOf(host);
        functions = functions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, function -> Map.copyOf(function.getValue())));
        if (values(master, host, functions).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a key must not be blank: an empty header would match it");
        }
    }

    /** New random keys: a master key, and a host key under each name. */
    public static HostKeys random(Set<String> hostKeyNames) {
        SecureRandom random = new SecureRandom();
        Map<String, String> host =
                hostKeyNames.stream().collect(Collectors.toMap(name -> name, name -> randomKey(random)));
        return new HostKeys(randomKey(random), host, Map.of());
    }

    private static String randomKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Stream<String> values(
            String master, Map<String, String> host, Map<String, Map<String, String>> functions) {
        Stream<String> ofFunctions =
                functions.values().stream().map(Map::values).flatMap(Collection::stream);
        return Stream.concat(Stream.concat(Stream.of(master), host.values().stream()), ofFunctions);
    }

    boolean isMaster(String key) {
        return same(master, key);
    }

    boolean isHost(String key) {
        return any(host.values(), key);
    }

    boolean isOf(String function, String key) {
        return any(functions.getOrDefault(function, Map.of()).values(), key);
    }

    /** The text with every key redacted. */
    String redact(String text) {
        return values(master, host, functions).reduce(text, (line, key) -> line.replace(key, "***"));
    }

    /** Compares every key even after a match, so that the time needed reveals nothing. */
    private static boolean any(Collection<String> keys, String key) {
        return keys.stream().filter(candidate -> same(candidate, key)).count() > 0;
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    /** Contains the names of the keys, never their values. */
    @Override
    public String toString() {
        return "HostKeys[host " + host.keySet() + ", functions " + functions.keySet() + "]";
    }
}

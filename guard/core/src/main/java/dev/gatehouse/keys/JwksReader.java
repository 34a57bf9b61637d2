package dev.gatehouse.keys;

import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.redaction.Redaction;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads an issuer's metadata and the keys it points to. A key that cannot be used is dropped alone, and said. */
final class JwksReader {
    private final DocumentFetcher documents;
    private final Clock clock;
    private final Consumer<String> notices;

    JwksReader(DocumentFetcher documents, Clock clock, Consumer<String> notices) {
        this.documents = documents;
        this.clock = clock;
        this.notices = notices;
    }

    /** @throws IOException when the issuer cannot be read or says what it may not; the message is for an operator */
    KeySet read(DiscoveryUrl metadata) throws IOException {
        Map<String, Object> discovery = json(metadata.address());
        String issuer = text(discovery, "issuer", metadata.address());
        if (!metadata.canBeIssuedBy(issuer)) {
            throw new IOException(metadata.address() + " names an issuer of another tenant: " + Redaction.of(issuer));
        }
        URI keys = keysAddress(metadata.address(), text(discovery, "jwks_uri", metadata.address()));
        Map<String, KeySet.Key> usable = usable(keys, json(keys), cloud(discovery, metadata.address()));
        if (usable.isEmpty()) {
            throw new IOException(keys + " holds no usable key");
        }
        return new KeySet(issuer, usable, clock.instant());
    }

    private static URI keysAddress(URI metadata, String address) throws IOException {
        try {
            URI keys = URI.create(address);
            if ("https".equals(keys.getScheme()) && metadata.getAuthority().equals(keys.getAuthority())) {
                return keys;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new IOException(
                    metadata + " names keys at what is no address: " + Redaction.of(address), notAnAddress);
        }
        throw new IOException(metadata + " names keys on another host, or not https: " + Redaction.of(address));
    }

    private Map<String, KeySet.Key> usable(URI address, Map<String, Object> document, Optional<String> cloud)
            throws IOException {
        if (!(document.get("keys") instanceof List<?> entries)) {
            throw new IOException(address + " is no key set (RFC 7517 section 5)");
        }
        Map<String, KeySet.Key> usable = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Object entry : entries) {
            try {
                Jwk key = Jwk.read(entry, cloud);
                if (!seen.add(key.id())) {
                    usable.remove(key.id());
                    throw new ParseException("its kid is there twice", 0);
                }
                usable.put(key.id(), key.key());
            } catch (ParseException unusable) {
                notices.accept(
                        "a key of " + address + " is dropped: " + Redaction.of(String.valueOf(unusable.getMessage())));
            }
        }
        return usable;
    }

    private Map<String, Object> json(URI address) throws IOException {
        try {
            return JsonObjects.read(documents.read(address));
        } catch (ParseException notJson) {
            throw new IOException(address + " is not a JSON object: " + notJson.getMessage(), notJson);
        }
    }

    /** The cloud that a key must name if it names one, such as {@code microsoftonline.us}. */
    private static Optional<String> cloud(Map<String, Object> discovery, URI address) throws IOException {
        return discovery.containsKey("cloud_instance_name")
                ? Optional.of(text(discovery, "cloud_instance_name", address))
                : Optional.empty();
    }

    private static String text(Map<String, Object> document, String field, URI address) throws IOException {
        if (document.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IOException(address + " has no " + field);
    }
}

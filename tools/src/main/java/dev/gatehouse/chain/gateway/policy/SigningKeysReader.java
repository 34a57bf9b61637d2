package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.InlineKeys;
import dev.gatehouse.chain.gateway.token.SharedSecret;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.xml.XmlElement;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code openid-config} and {@code issuer-signing-keys} of a {@code validate-jwt} element. */
record SigningKeysReader(XmlElement element, Compilation compilation) {
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations", "consumers");
    private static final int SHORTEST_MODULUS = 2048;

    List<DiscoveryUrl> metadata() {
        return element.children("openid-config").stream().map(this::metadata).toList();
    }

    private DiscoveryUrl metadata(XmlElement config) {
        compilation.check(config, Shape.empty().needing("url"));
        URI url = url(config);
        List<String> segments = Arrays.asList(url.getRawPath().split("/"));
        if (segments.stream().anyMatch(ANY_TENANT::contains)) {
            throw compilation.refused(
                    config,
                    "url",
                    "accepts any tenant; write one tenant's id instead of common, organizations or consumers");
        }
        String owner = segments.stream().filter(Guid::isLowerCase).findFirst().orElse(url.getHost());
        return new DiscoveryUrl(url, owner);
    }

    private URI url(XmlElement config) {
        try {
            URI url = URI.create(compilation.needed(config, "url"));
            boolean full = "https".equals(url.getScheme())
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawPath().endsWith(DiscoveryUrl.PATH);
            if (full && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException none) {
            throw compilation.refused(config, "url", "is not a valid address");
        }
        throw compilation.refused(config, "url", "must be an https address that ends in " + DiscoveryUrl.PATH);
    }

    InlineKeys keys() {
        List<InlineKeys.Key<RSAPublicKey>> rsa = new ArrayList<>();
        List<InlineKeys.Key<SharedSecret>> shared = new ArrayList<>();
        for (XmlElement list : element.children("issuer-signing-keys")) {
            compilation.check(list, Shape.empty().holding("key"));
            for (XmlElement key : list.children()) {
                compilation.check(key, Shape.empty().allowing("id", "n", "e").holdingText());
                Optional<String> id = compilation.literal(key, "id");
                if (key.tag().attributes().containsKey("n")
                        || key.tag().attributes().containsKey("e")) {
                    rsa.add(new InlineKeys.Key<>(id, rsa(key)));
                } else {
                    shared.add(new InlineKeys.Key<>(id, shared(key)));
                }
            }
        }
        return new InlineKeys(rsa, shared);
    }

    private RSAPublicKey rsa(XmlElement key) {
        if (!key.text().isBlank()) {
            throw compilation.refused(key, "has n and e, so it must not contain a secret");
        }
        BigInteger modulus = number(key, "n");
        if (modulus.bitLength() < SHORTEST_MODULUS) {
            throw compilation.refused(key, "n", "has fewer than " + SHORTEST_MODULUS + " bits");
        }
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, number(key, "e")));
        } catch (GeneralSecurityException none) {
            throw compilation.refused(key, "is not an RSA key");
        }
    }

    private BigInteger number(XmlElement key, String attribute) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(compilation.needed(key, attribute)));
        } catch (IllegalArgumentException notBase64) {
            throw compilation.refused(key, attribute, "is not base64url");
        }
    }

    private SharedSecret shared(XmlElement key) {
        try {
            return new SharedSecret(Base64.getDecoder().decode(compilation.literalText(key)));
        } catch (IllegalArgumentException unfit) {
            throw compilation.refused(key, "must contain a base64 secret of at least 256 bits for HS256");
        }
    }
}

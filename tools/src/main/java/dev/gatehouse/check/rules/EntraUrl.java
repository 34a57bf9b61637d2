package dev.gatehouse.check.rules;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.keys.DiscoveryUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a token issuer or of its metadata.
 *
 * @param host in lower case
 */
record EntraUrl(String host, String path) {
    private static final Pattern TENANT_METADATA =
            Pattern.compile("/([^/]+)(/v2\\.0)?" + Pattern.quote(DiscoveryUrl.PATH));

    /** Why a text is not a valid URL; empty when it is. */
    static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("is empty");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("contains white space");
        }
        try {
            URI uri = new URI(text);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
                return Optional.of("is not an https:// address");
            }
            return uri.getPath().contains("//") ? Optional.of("has two slashes in a row") : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.of("is not a valid URL: " + broken.getReason().toLowerCase(Locale.ROOT));
        }
    }

    /** Only for a text without {@link #fault}. */
    static EntraUrl of(String text) {
        URI uri = URI.create(text);
        return new EntraUrl(uri.getHost().toLowerCase(Locale.ROOT), uri.getPath());
    }

    /** A text with a placeholder for each unknown part; empty where its host is unknown. */
    static Optional<String> completed(PartialText text) {
        return text.prefix().startsWith("https://") || text.isKnown()
                ? Optional.of(text.with(Guid.NIL))
                : Optional.empty();
    }

    /** Why this cannot be the address of an issuer's metadata. */
    Optional<String> metadataFault() {
        if (!path.endsWith(DiscoveryUrl.PATH)) {
            return Optional.of("does not end with " + DiscoveryUrl.PATH);
        }
        if (!isLoginHost()) {
            return Optional.empty();
        }
        var parts = TENANT_METADATA.matcher(path);
        if (!parts.matches()) {
            return Optional.of(
                    "is not https://" + host + "/<tenant>/v2.0" + DiscoveryUrl.PATH + " or that without /v2.0");
        }
        return EntraIds.isTenant(parts.group(1))
                ? Optional.empty()
                : Optional.of("has a tenant that is neither a GUID nor a domain");
    }

    /** Why no token can have this issuer; it is compared character by character. */
    Optional<String> issuerFault() {
        if (isStsHost() && !isGuidPath("/", "/")) {
            return Optional.of("is not https://" + host + "/<tenant GUID>/, the only form with that host");
        }
        if (isLoginHost() && !isGuidPath("/", "/v2.0")) {
            return Optional.of("is not https://" + host + "/<tenant GUID>/v2.0, the only form with that host");
        }
        return Optional.empty();
    }

    private boolean isGuidPath(String before, String behind) {
        return path.length() == before.length() + Guid.NIL.length() + behind.length()
                && path.endsWith(behind)
                && Guid.matches(path.substring(before.length(), path.length() - behind.length()));
    }

    /** The first segment of the path. */
    String tenant() {
        String[] steps = path.split("/");
        return steps.length > 1 ? steps[1] : "";
    }

    /** 1 or 2, as far as Entra's workforce tenants are concerned; 0 for any other issuer. */
    int version() {
        if (!isLoginHost() && !isStsHost()) {
            return 0;
        }
        return path.matches("/[^/]+/v2\\.0(/.*)?") ? 2 : 1;
    }

    /** Whether a text begins with the address of one of Entra's login or token hosts. */
    static boolean isEntras(String text) {
        return Stream.concat(
                        Cloud.loginHosts().stream(),
                        Arrays.stream(Cloud.values()).map(Cloud::stsHost))
                .anyMatch(host -> text.equals("https://" + host) || text.startsWith("https://" + host + "/"));
    }

    private boolean isLoginHost() {
        return Cloud.loginHosts().contains(host);
    }

    private boolean isStsHost() {
        return Arrays.stream(Cloud.values()).anyMatch(cloud -> cloud.stsHost().equals(host));
    }
}

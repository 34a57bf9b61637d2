package dev.gatehouse.chain.entra.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The redirect addresses of a registration (https://learn.microsoft.com/entra/identity-platform/reply-url). The platform of an address
 * decides how its codes are redeemed.
 *
 * @param spa of single-page applications: codes are redeemed by a page of another origin, with PKCE, without a credential
 * @param web of web applications: codes are redeemed by a server, with its credential
 * @param publicClient of programs on a user's machine: codes are redeemed without a credential
 */
public record Redirects(List<String> spa, List<String> web, List<String> publicClient) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Set<String> COMPARED_BY_PARTS = Set.of("http", "https");

    /** What kind of application a redirect address leads to. */
    public enum Platform {
        SPA,
        WEB,
        PUBLIC_CLIENT
    }

    public Redirects {
        spa = List.copyOf(spa);
        web = List.copyOf(web);
        publicClient = List.copyOf(publicClient);
    }

    public static Redirects none() {
        return new Redirects(List.of(), List.of(), List.of());
    }

    public static Redirects ofSpa(String... addresses) {
        return new Redirects(List.of(addresses), List.of(), List.of());
    }

    public static Redirects ofWeb(String... addresses) {
        return new Redirects(List.of(), List.of(addresses), List.of());
    }

    public static Redirects ofPublicClient(String... addresses) {
        return new Redirects(List.of(), List.of(), List.of(addresses));
    }

    /**
     * The platform of a requested address; empty where it is not registered. Paths compare with regard to case, an empty path is
     * {@code /}, and the port of a loopback address makes no difference (RFC 8252 §7.3), unless another address has that port.
     */
    public Optional<Platform> platform(String requested) {
        return platform(requested, (registered, asked) -> normal(registered).equals(normal(asked)))
                .or(() -> platform(requested, Redirects::areOneLoopback));
    }

    /** Whether Entra registers an address: {@code https}, or {@code http} on this machine; no user, fragment or wildcard. */
    public static boolean isRegistrable(String address) {
        return parsed(address)
                .filter(uri -> uri.getScheme().equalsIgnoreCase("https") || LOOPBACK.contains(host(uri)))
                .filter(uri -> address.length() <= 256 && !address.contains("*"))
                .isPresent();
    }

    private Optional<Platform> platform(String requested, BiPredicate<String, String> same) {
        if (spa.stream().anyMatch(each -> same.test(each, requested))) {
            return Optional.of(Platform.SPA);
        }
        if (web.stream().anyMatch(each -> same.test(each, requested))) {
            return Optional.of(Platform.WEB);
        }
        return publicClient.stream().anyMatch(each -> same.test(each, requested))
                ? Optional.of(Platform.PUBLIC_CLIENT)
                : Optional.empty();
    }

    private static boolean areOneLoopback(String registered, String requested) {
        Optional<URI> asked = parsed(requested).filter(each -> LOOPBACK.contains(host(each)));
        Optional<URI> known = parsed(registered).filter(each -> LOOPBACK.contains(host(each)));
        return asked.isPresent() && known.isPresent() && parts(asked.get(), -1).equals(parts(known.get(), -1));
    }

    /** An address as it is compared, and as the browser is sent there: with a path. */
    public static String normal(String address) {
        return parsed(address).map(each -> parts(each, each.getPort())).orElse(address);
    }

    /** Of an address that has the parts of a web address and no others: no user, no fragment. */
    private static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address);
            return Optional.of(uri)
                    .filter(each -> each.getScheme() != null && each.getHost() != null)
                    .filter(each -> COMPARED_BY_PARTS.contains(each.getScheme().toLowerCase(Locale.ROOT)))
                    .filter(each -> each.getRawUserInfo() == null && each.getRawFragment() == null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String parts(URI uri, int port) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host(uri) + (port < 0 ? "" : ":" + port) + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}

package dev.gatehouse.check.rules;

import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a policy sends a call.
 *
 * @param url as it is written: an address, or an expression that makes one
 */
record CallTarget(String url) {
    private static final Pattern OF_CALLER = Pattern.compile(
            "(?s)@[({].*context\\s*\\.\\s*Request\\s*\\.\\s*(Headers|Url\\s*\\.\\s*Query|OriginalUrl\\s*\\.\\s*Query|MatchedParameters|Body)\\b.*");
    /** API Management routes by Host; scheme, host and port of Url are the backend's. */
    private static final Pattern REQUEST = Pattern.compile(
            "context\\s*\\.\\s*Request\\s*\\.\\s*(?!Headers[^;]{0,40}\"Host\"|(Original)?Url\\s*\\.\\s*(Scheme|Host|Port)\\b)");

    /** A host that is filled in from what follows. */
    private static final Pattern FORMATTED = Pattern.compile("://\\{\\d");

    /** What ends a host: neither the slashes of a scheme nor C#'s {@code ?.} and {@code ??}. */
    private static final Pattern BEHIND_HOST = Pattern.compile("(?<!:/?)/|\\?(?![.?\\[])|\\bUrl\\s*\\.\\s*Host\\b");

    /** An element that the caller names, of a table that the policy has. */
    private static final Pattern LOOKED_UP = Pattern.compile(
            "(?<=[\\w)])(?<!Headers|MatchedParameters|Query|Variables)\\[[^\\[\\]]*\\bRequest\\b[^\\[\\]]*]");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\A(https?)://([A-Za-z0-9.-]+)([:/?].*)?\\z", Pattern.DOTALL);

    /** The hosts that Microsoft's APIs have, by what a token for them is issued for. */
    private static final Map<String, List<String>> HOSTS = Map.ofEntries(
            Map.entry("https://management.azure.com", List.of("management.azure.com")),
            Map.entry("https://management.core.windows.net", List.of("management.azure.com")),
            Map.entry("https://graph.microsoft.com", List.of("graph.microsoft.com")),
            Map.entry("https://vault.azure.net", List.of("vault.azure.net")),
            Map.entry("https://storage.azure.com", List.of("core.windows.net", "storage.azure.net")),
            Map.entry(
                    "https://cognitiveservices.azure.com",
                    List.of("azure.com", "azure.us", "azure.cn", "microsoft.com", "azurewebsites.net")),
            Map.entry("https://servicebus.azure.net", List.of("servicebus.windows.net")),
            Map.entry("https://eventhubs.azure.net", List.of("servicebus.windows.net")),
            Map.entry("https://database.windows.net", List.of("database.windows.net")),
            Map.entry("https://search.azure.com", List.of("search.windows.net")));

    /** Whether a value of the request comes before a complete host, up to the slash after it. */
    boolean isChosenByCaller() {
        return ExpressionValues.of(url).stream().anyMatch(CallTarget::isChosenByCaller);
    }

    private static boolean isChosenByCaller(String written) {
        String value = LOOKED_UP.matcher(written).replaceAll("[]");
        Matcher request = REQUEST.matcher(value);
        return OF_CALLER.matcher(value).matches() && request.find() && !hasHost(value.substring(0, request.start()));
    }

    private static boolean hasHost(String start) {
        return BEHIND_HOST.matcher(start).find() && !FORMATTED.matcher(start).find();
    }

    boolean isHttp() {
        String known = new PartialText(url).prefix().toLowerCase(Locale.ROOT);
        return known.matches("(?s)(@\\(\\s*\\$?\")?http:.*");
    }

    /** The host, where it is written. */
    Optional<String> host() {
        Matcher address = ADDRESS.matcher(new PartialText(url).isKnown() ? url : "");
        return address.matches() ? Optional.of(address.group(2).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether a token for one of Microsoft's APIs is of no use at this host, but for the host's owner. */
    boolean isForeignTo(String resource) {
        List<String> hosts = HOSTS.get(resource.toLowerCase(Locale.ROOT).replaceFirst("/(\\.default)?$", ""));
        return hosts != null
                && host().filter(host ->
                                hosts.stream().noneMatch(each -> host.equals(each) || host.endsWith("." + each)))
                        .isPresent();
    }
}

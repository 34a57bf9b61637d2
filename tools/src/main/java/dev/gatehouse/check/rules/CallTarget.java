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
    private static final Pattern REQUEST = Pattern.compile(
            "context\\s*\\.\\s*Request\\s*\\.\\s*(?!Headers[^;]{0,40}\"Host\")"); // API Management routes by Host

    /** A host up to the slash after it, or a named value or parameter that begins the address. */
    private static final Pattern WHOLE_HOST =
            Pattern.compile("(?s).*(://[A-Za-z0-9.\uE000-\uE0FF-]+(:[0-9]+)?[/?]|[\"(]\uE0FE[^\uE0FF]*\uE0FF[/?]).*");

    /** Statements that return an address with a host of its own. */
    private static final Pattern RETURNED =
            Pattern.compile("\\breturn\\s*\\(?\\s*\\$?@?\"https?://[A-Za-z0-9.\uE000-\uE0FF-]+(:[0-9]+)?[/?]");

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
        Matcher request = REQUEST.matcher(url);
        return OF_CALLER.matcher(url).matches()
                && !RETURNED.matcher(url).find()
                && request.find()
                && !WHOLE_HOST.matcher(url.substring(0, request.start())).matches();
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

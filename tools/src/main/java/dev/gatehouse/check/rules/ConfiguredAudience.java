package dev.gatehouse.check.rules;

import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.guid.Guid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a token is issued for: a client id, or an App ID URI. */
record ConfiguredAudience(PartialText text) {
    private static final Pattern AROUND_ID = Pattern.compile("^(api://|spn:)|/$");

    /** Microsoft's own APIs: Graph, Resource Manager, Key Vault, Storage and their like. */
    private static final Pattern MICROSOFTS_ID = Pattern.compile(
            "0000000[0-9a-f]-0000-0(000-c000|ff1-ce00)-000000000000"
                    + "|797f4846-ba00-4fd7-ba43-dac1f8f63013|cfa8b339-82a2-471a-a3c9-0fc0be7a4093|e406a681-f3d4-42a8-90b6-c2b029497af1");

    private static final List<String> MICROSOFTS_DOMAINS = List.of(
            "azure.com",
            "azure.net",
            "azure.us",
            "azure.cn",
            "windows.net",
            "microsoft.com",
            "microsoft.us",
            "microsoftonline.com",
            "chinacloudapi.cn",
            "usgovcloudapi.net",
            "office.com",
            "office365.com",
            "sharepoint.com");

    boolean isMicrosofts() {
        String host = host();
        return MICROSOFTS_ID.matcher(bare()).matches()
                || MICROSOFTS_DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Whether it is a client id, an App ID URI, or that client id as a URI; an expression equals only itself. */
    boolean isOf(PartialText own) {
        return !own.marked().isEmpty()
                && (text.marked().equalsIgnoreCase(own.marked())
                        || bare().equals(own.marked().toLowerCase(Locale.ROOT)));
    }

    /** Whether enough of it is known to say whose it is. */
    boolean isKnown() {
        return text.isKnown();
    }

    boolean isId() {
        return Guid.matches(bare());
    }

    /** A URI that is not a misspelt id. */
    boolean isUri() {
        return text.marked().contains("://") && !EntraIds.isAlmostAGuid(text.marked());
    }

    private String bare() {
        return AROUND_ID.matcher(text.marked()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private String host() {
        String known = text.prefix().toLowerCase(Locale.ROOT);
        if (!known.startsWith("https://") || EntraUrl.fault(known).isPresent()) {
            return "";
        }
        return URI.create(known).getHost();
    }
}

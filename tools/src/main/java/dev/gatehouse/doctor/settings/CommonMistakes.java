package dev.gatehouse.doctor.settings;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.guid.Guid;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Recognises common mistakes in host names and ids. */
final class CommonMistakes {
    private static final int GUID_LENGTH = Guid.NIL.length();
    private static final Set<String> OLD = Set.of("login.windows.net", "login.microsoft.com", "login.live.com");

    private CommonMistakes() {}

    /** Text that is not a value of any setting, such as a placeholder. */
    static Optional<String> inAny(String value) {
        if (value.contains("<") || value.contains("{{")) {
            return Optional.of("Replace the placeholder with the value.");
        }
        if (value.startsWith("[") && value.contains("(")) {
            return Optional.of(
                    "Replace the template expression with its value; Azure evaluates expressions only during a deployment.");
        }
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? Optional.of("Remove the quotes around it.")
                : Optional.empty();
    }

    /** Mistakes in a list of values. */
    static Optional<String> inList(String values) {
        if (values.contains(";") || values.contains("|")) {
            return Optional.of("Separate the values with commas.");
        }
        return (values + ",").replaceAll("\\s", "").matches("(,|.*,,).*")
                ? Optional.of("Remove the extra comma: there is no value before or after it.")
                : Optional.empty();
    }

    /** Mistakes in App ID URIs. */
    static Optional<String> inUris(String uris) {
        if (Guid.matches(uris)) {
            return Optional.of("Write the App ID URIs only; the client id is always accepted and is not listed here.");
        }
        return inList(uris);
    }

    /** Mistakes in a login endpoint; empty when no mistake is recognised. */
    static Optional<String> inLoginEndpoint(String endpoint) {
        String text = endpoint.strip();
        if (text.length() < endpoint.length()) {
            return Optional.of("Remove the white space around it.");
        }
        if (!text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of("Write it in lower case.");
        }
        if (text.startsWith("http://")) {
            return Optional.of("Use https:// instead of http://.");
        }
        if (!text.startsWith("https://")) {
            return Optional.of("Add https:// at the beginning.");
        }
        if (text.endsWith("//")) {
            return Optional.of("Remove the slashes at the end; only one is allowed.");
        }
        return inHost(text);
    }

    private static Optional<String> inHost(String text) {
        String host = host(text);
        if (host.equals("sts.windows.net") || host.equals("sts.chinacloudapi.cn")) {
            return Optional.of("Write the login service, such as https://login.microsoftonline.com: " + host
                    + " is used only in the issuer of version 1 tokens, and never with /v2.0.");
        }
        if (OLD.contains(host)) {
            return Optional.of("Write https://" + Cloud.PUBLIC.loginHost() + ": " + host
                    + " is an old name or a different service.");
        }
        if (!text.replaceFirst("/$", "").equals("https://" + host)
                && Cloud.loginHosts().contains(host)) {
            return Optional.of("Write https://" + host + " only, without tenant, version, port or path.");
        }
        return Cloud.loginHosts().contains(host)
                ? Optional.empty()
                : EditDistance.to(host, Cloud.loginHosts())
                        .map(meant -> "Did you mean https://" + meant + "? You wrote " + host + ".");
    }

    private static String host(String endpoint) {
        try {
            return Optional.ofNullable(URI.create(endpoint).getHost()).orElse("");
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /** Mistakes in one id; empty when it is a GUID. */
    static Optional<String> inGuid(String written) {
        String id = written.toLowerCase(java.util.Locale.ROOT);
        if (Guid.matches(id)) {
            return Optional.empty();
        }
        if (id.matches(".*[{}()\\[\\]\"'].*") && Guid.matches(id.replaceAll("[{}()\\[\\]\"']", ""))) {
            return Optional.of("Remove the braces or quotes around it.");
        }
        if (id.matches(".*\\s.*") && Guid.matches(id.replaceAll("\\s", ""))) {
            return Optional.of("Remove the white space in it.");
        }
        if (id.matches("[0-9a-f]{32}")) {
            return Optional.of("Add the hyphens: 8-4-4-4-12 digits.");
        }
        String digits = id.replace('o', '0').replace('l', '1').replace('i', '1');
        if (Guid.matches(digits)) {
            return Optional.of("Use the digit 0 instead of the letter O, and 1 instead of l or I.");
        }
        if (id.startsWith("api://")) {
            return Optional.of("Use the client id (a GUID), not the App ID URI.");
        }
        return Optional.of(
                id.length() == GUID_LENGTH
                        ? "Copy it again: it contains a character that is not a hexadecimal digit."
                        : "Copy it again: it has " + id.length() + " characters, but an id has " + GUID_LENGTH + ".");
    }
}

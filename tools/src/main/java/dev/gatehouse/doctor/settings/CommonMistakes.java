package dev.gatehouse.doctor.settings;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.guid.Guid;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Names the usual ways in which a host or an id is written wrong. */
final class CommonMistakes {
    private static final int GUID_LENGTH = Guid.NIL.length();
    private static final Set<String> OLD = Set.of("login.windows.net", "login.microsoft.com", "login.live.com");

    private CommonMistakes() {}

    /** What is no value at all, whatever the setting. */
    static Optional<String> inAny(String value) {
        if (value.contains("<") || value.contains("{{")) {
            return Optional.of("Put the value in place of the placeholder.");
        }
        if (value.startsWith("[") && value.contains("(")) {
            return Optional.of(
                    "Put the value in place of the template's expression; Azure puts it there when it deploys.");
        }
        if (value.startsWith("@Microsoft.")) {
            return Optional.of("Write the value itself: the reference was not resolved, and none of these is secret.");
        }
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? Optional.of("Remove the quotes around it.")
                : Optional.empty();
    }

    /** What is wrong with how several values are put together. */
    static Optional<String> inList(String values) {
        if (values.contains(";") || values.contains("|")) {
            return Optional.of("Separate them by commas.");
        }
        return (values + ",").replaceAll("\\s", "").matches("(,|.*,,).*")
                ? Optional.of("Remove the comma that has nothing before or behind it.")
                : Optional.empty();
    }

    /** What is wrong with App ID URIs. */
    static Optional<String> inUris(String uris) {
        if (Guid.matches(uris)) {
            return Optional.of("Leave the client id out, which is accepted anyway; write the App ID URIs.");
        }
        return inList(uris);
    }

    /** What is wrong with a login endpoint, and what to write; empty where nothing is known to be. */
    static Optional<String> inLoginEndpoint(String endpoint) {
        String text = endpoint.strip();
        if (text.length() < endpoint.length()) {
            return Optional.of("Remove the white space around it.");
        }
        if (!text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of("Write it in small letters.");
        }
        if (text.startsWith("http://")) {
            return Optional.of("Write https:// in place of http://.");
        }
        if (!text.startsWith("https://")) {
            return Optional.of("Begin with https://.");
        }
        if (text.endsWith("//")) {
            return Optional.of("Remove the slashes at its end; one is taken, two are not.");
        }
        return inHost(text);
    }

    private static Optional<String> inHost(String text) {
        String host = host(text);
        if (host.equals("sts.windows.net") || host.equals("sts.chinacloudapi.cn")) {
            return Optional.of("Write the login service, such as https://login.microsoftonline.com: " + host
                    + " only stands in the issuer of version 1 tokens, and never with /v2.0.");
        }
        if (OLD.contains(host)) {
            return Optional.of(
                    "Write https://" + Cloud.PUBLIC.loginHost() + ": " + host + " is an older or another name.");
        }
        if (!text.replaceFirst("/$", "").equals("https://" + host)
                && Cloud.loginHosts().contains(host)) {
            return Optional.of(
                    "Write https://" + host + " alone: tenant, version, port and the like are not part of it.");
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

    /** What is wrong with one id; empty where it is one. */
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
            return Optional.of("Put hyphens into it: 8-4-4-4-12 digits.");
        }
        String digits = id.replace('o', '0').replace('l', '1').replace('i', '1');
        if (Guid.matches(digits)) {
            return Optional.of("Write the digit 0 for the letter O, and 1 for l or I.");
        }
        if (id.startsWith("api://")) {
            return Optional.of("Give the client id (a GUID), not the App ID URI.");
        }
        return Optional.of(
                id.length() == GUID_LENGTH
                        ? "Copy it again: a character of it is no hexadecimal digit."
                        : "Copy it again: it has " + id.length() + " characters, an id has " + GUID_LENGTH + ".");
    }
}

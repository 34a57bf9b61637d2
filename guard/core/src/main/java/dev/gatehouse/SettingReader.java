package dev.gatehouse;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.redaction.Redaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single settings and writes down what is wrong with them. GUIDs are lower-cased, all else is taken as it is. */
record SettingReader(Map<String, String> environment, List<String> problems) {
    private static final String ANY = "any";
    private static final String NONE = "none";
    private static final Pattern NOT_OF_A_GUID = Pattern.compile("[^0-9a-f-]");
    private static final Pattern APP_ID_URI = Pattern.compile("(api|https)://[A-Za-z0-9._~/-]+");

    /** Public cloud, US Government, China (operated by 21Vianet): https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
    private static final Set<String> LOGIN_ENDPOINTS = Set.of(
            "https://login.microsoftonline.com",
            "https://login.microsoftonline.us",
            "https://login.partner.microsoftonline.cn");

    private static final Pattern EXTERNAL_ID = Pattern.compile("https://[a-z0-9-]{1,63}\\.ciamlogin\\.com");

    /** The login service, with or without one trailing slash, as Bicep's {@code environment()} has one. */
    String loginEndpoint(String name) {
        String endpoint = value(name).replaceFirst("/$", "");
        if (!endpoint.isEmpty()
                && !LOGIN_ENDPOINTS.contains(endpoint)
                && !EXTERNAL_ID.matcher(endpoint).matches()) {
            String known = String.join(", ", LOGIN_ENDPOINTS.stream().sorted().toList());
            problem(
                    name,
                    "is no login service of Entra: " + address(endpoint) + "; known are " + known
                            + ", and https://<name>.ciamlogin.com");
        }
        return endpoint;
    }

    String guid(String name) {
        String value = value(name);
        return value.isEmpty() ? "" : guid(name, value);
    }

    Set<String> guids(String name) {
        return list(name, value(name), item -> guid(name, item));
    }

    Optional<Set<String>> guidsOrAny(String name) {
        String value = value(name);
        return value.equals(ANY) ? Optional.empty() : Optional.of(list(name, value, item -> guid(name, item)));
    }

    Optional<String> guidOrNone(String name) {
        String value = value(name);
        return value.isEmpty() || value.equals(NONE) ? Optional.empty() : Optional.of(guid(name, value));
    }

    /** May be left out: v1 tokens can then name the client id only. */
    Set<String> appIdUris(String name) {
        return environment.containsKey(name) ? list(name, value(name), item -> appIdUri(name, item)) : Set.of();
    }

    private String guid(String name, String value) {
        String guid = value.toLowerCase(Locale.ROOT);
        if (!Guid.matches(guid) || guid.equals(Guid.NIL)) {
            problem(name, "is no GUID: " + described(guid) + "; expected 8-4-4-4-12 hexadecimal digits, not all zero");
        }
        return guid;
    }

    /** Never the value itself: a secret is easily pasted in place of an id. */
    private static String described(String value) {
        Matcher odd = NOT_OF_A_GUID.matcher(value);
        return value.length() + " characters"
                + (odd.find() ? ", the first wrong one '" + odd.group() + "' at place " + (odd.start() + 1) : "");
    }

    private String appIdUri(String name, String value) {
        if (!APP_ID_URI.matcher(value).matches()) {
            problem(name, "is no App ID URI: " + address(value) + "; expected api://... or https://...");
        }
        return value;
    }

    /** Not where it may name a user and a password, in whatever form. */
    private static String address(String value) {
        return value.contains("@") ? "it has a user's name or password in it" : Redaction.of(value);
    }

    private Set<String> list(String name, String value, Function<String, String> item) {
        Set<String> items = new LinkedHashSet<>();
        if (value.isEmpty()) {
            return items;
        }
        for (String each : value.split(",", -1)) {
            if (each.isEmpty()) {
                problem(name, "has an empty place; expected values separated by single commas");
            } else if (!items.add(item.apply(each))) {
                problem(name, "names a value twice, at place " + (items.size() + 1));
            }
        }
        return items;
    }

    private String value(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            problem(name, "is missing");
            return "";
        }
        if (value.chars().anyMatch(Character::isWhitespace)) {
            problem(name, "has white space in it; remove it");
            return "";
        }
        return value;
    }

    private void problem(String name, String problem) {
        problems.add(name + " " + problem);
    }
}

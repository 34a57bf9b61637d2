package dev.gatehouse.check.rules;

import java.util.Set;
import java.util.regex.Pattern;

/** How Entra's ids are written. */
final class EntraIds {
    /** Placeholder for an unknown id. */
    static final String SOME_GUID = "00000000-0000-0000-0000-000000000000";

    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern LIKE_A_GUID =
            Pattern.compile("(?:api://)?(\\w{6,10}-\\w{3,5}-\\w{3,5}-\\w{3,5}-\\w{10,14})(?:/.*)?");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    /** The last is the tenant of all personal accounts. */
    private static final Set<String> ANY_TENANT =
            Set.of("common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad");

    private EntraIds() {}

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    /** Whether a text, perhaps after {@code api://}, looks like a GUID but is not valid. */
    static boolean isAlmostAGuid(String text) {
        var like = LIKE_A_GUID.matcher(text.strip());
        return like.matches() && !isGuid(like.group(1));
    }

    static boolean isTenant(String text) {
        return isGuid(text) || DOMAIN.matcher(text).matches() || isAnyTenant(text);
    }

    /** The names by which an authority takes users of every tenant. */
    static boolean isAnyTenant(String text) {
        return ANY_TENANT.contains(text);
    }
}

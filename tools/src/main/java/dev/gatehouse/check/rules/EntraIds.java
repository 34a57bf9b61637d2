package dev.gatehouse.check.rules;

import dev.gatehouse.guid.Guid;
import java.util.Set;
import java.util.regex.Pattern;

/** How Entra's ids are written. */
final class EntraIds {
    private static final Pattern LIKE_A_GUID =
            Pattern.compile("(?:api://)?(\\w{6,10}-\\w{3,5}-\\w{3,5}-\\w{3,5}-\\w{10,14})(?:/.*)?");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    /** The last is the tenant of all personal accounts. */
    private static final Set<String> ANY_TENANT =
            Set.of("common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad");

    private EntraIds() {}

    /** Whether a text, perhaps after {@code api://}, looks like a GUID but is not valid. */
    static boolean isAlmostAGuid(String text) {
        var like = LIKE_A_GUID.matcher(text.strip());
        return like.matches() && !Guid.matches(like.group(1));
    }

    static boolean isTenant(String text) {
        return Guid.matches(text) || DOMAIN.matcher(text).matches() || isAnyTenant(text);
    }

    /** The names by which an authority takes users of every tenant. */
    static boolean isAnyTenant(String text) {
        return ANY_TENANT.contains(text);
    }
}

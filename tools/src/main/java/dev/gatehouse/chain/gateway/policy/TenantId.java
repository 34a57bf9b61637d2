package dev.gatehouse.chain.gateway.policy;

import java.util.regex.Pattern;

/** The form of one tenant's id, in lower case; {@code common} and {@code organizations} stand for any tenant. */
final class TenantId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TenantId() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}

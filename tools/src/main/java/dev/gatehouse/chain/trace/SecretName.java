package dev.gatehouse.chain.trace;

import java.util.regex.Pattern;

/** Names of headers, parameters and variables whose values are likely secrets. */
public final class SecretName {
    private static final Pattern SECRET = Pattern.compile(
            "key|secret|passw|pwd|token|cookie|credential|sig|code|(proxy-)?authorization", Pattern.CASE_INSENSITIVE);

    private SecretName() {}

    /** Rather too many than too few: {@code design} is one for its {@code sig}. */
    public static boolean isOne(String name) {
        return SECRET.matcher(name).find();
    }

    /** A value as it may be shown under a name. */
    public static Object shown(String name, Object value) {
        return isOne(name) ? Shown.HIDDEN : value;
    }
}

package dev.gatehouse.local.gateway.policy;

import java.util.regex.Pattern;

/** The form of header and method names: a token (RFC 9110 §5.6.2). */
final class FieldName {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private FieldName() {}

    static boolean isOne(String name) {
        return TOKEN.matcher(name).matches();
    }
}

package dev.gatehouse.chain.host;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A constraint on the value of a route parameter. */
enum RouteConstraint {
    NONE(value -> true),
    INT(value -> isNumber(value) && isWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE)),
    LONG(value -> isNumber(value) && isWithin(value, Long.MIN_VALUE, Long.MAX_VALUE)),
    BOOL(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")),
    ALPHA(value -> value.matches("[A-Za-z]*")),
    GUID(value -> value.matches("\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}?"));

    private final Predicate<String> admits;

    RouteConstraint(Predicate<String> admits) {
        this.admits = admits;
    }

    /** @throws IllegalArgumentException when this host does not support the constraint */
    static RouteConstraint of(@Nullable String name) {
        if (name == null) {
            return NONE;
        }
        return Arrays.stream(values())
                .filter(constraint -> constraint.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the local host does not support the route constraint " + name));
    }

    boolean admits(String value) {
        return admits.test(value);
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[0-9]+"); // the parser alone would accept digits of other scripts
    }

    private static boolean isWithin(String value, long least, long most) {
        BigInteger number = new BigInteger(value);
        return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
    }
}

package dev.gatehouse.chain.host;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A constraint on the value of a route parameter, as ASP.NET reads it: white space around numbers is accepted, and a GUID may be
 * written with or without hyphens and braces.
 *
 * @param text as in the route, such as {@code int} or {@code min(3)}
 */
record RouteConstraint(String text, Predicate<String> test) {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\((.*)\\))?");
    private static final Pattern INTEGER = Pattern.compile("[\\t-\\r ]*([+-]?[0-9]+)[\\t-\\r ]*");
    private static final Pattern DECIMAL =
            Pattern.compile("[\\t-\\r ]*[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?[\\t-\\r ]*");
    private static final String DIGITS =
            "[0-9A-Fa-f]{8}%1$s[0-9A-Fa-f]{4}%1$s[0-9A-Fa-f]{4}%1$s[0-9A-Fa-f]{4}%1$s[0-9A-Fa-f]{12}";
    private static final Pattern GUID = Pattern.compile("\\s*(?:" + DIGITS.formatted("") + "|" + DIGITS.formatted("-")
            + "|\\{" + DIGITS.formatted("-") + "}|\\(" + DIGITS.formatted("-") + "\\))\\s*");

    /** @throws IllegalArgumentException when this host does not support the constraint */
    static RouteConstraint of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw unsupported(text);
        }
        String name = form.group(1).toLowerCase(Locale.ROOT);
        String argument = form.group(2);
        try {
            return new RouteConstraint(text, argument == null ? plain(name) : limited(name, argument));
        } catch (NumberFormatException | PatternSyntaxException | UnsupportedOperationException unreadable) {
            throw unsupported(text);
        }
    }

    boolean admits(String value) {
        return test.test(value);
    }

    private static Predicate<String> plain(String name) {
        return switch (name) {
            case "int" -> within(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> within(Long.MIN_VALUE, Long.MAX_VALUE);
            case "bool" -> value -> value.strip().matches("(?i)true|false");
            case "alpha" -> value -> value.matches("[A-Za-z]*");
            case "guid" -> value -> GUID.matcher(value).matches();
            case "decimal", "double", "float" -> value -> DECIMAL.matcher(value).matches();
            case "required" -> value -> !value.isEmpty();
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private static Predicate<String> limited(String name, String argument) {
        return switch (name) {
            case "min" -> atLeast(argument);
            case "max" -> atMost(argument);
            case "range" -> atLeast(argument.split(",", -1)[0]).and(atMost(argument.split(",", -1)[1]));
            case "minlength" -> length(Integer.parseInt(argument), Integer.MAX_VALUE);
            case "maxlength" -> length(0, Integer.parseInt(argument));
            case "length" -> lengths(argument.split(",", -1));
            case "regex" ->
                Pattern.compile(argument.replace("{{", "{").replace("}}", "}"), Pattern.CASE_INSENSITIVE)
                        .asPredicate();
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private static Predicate<String> within(long least, long most) {
        return value -> {
            Matcher number = INTEGER.matcher(value);
            return number.matches()
                    && new BigInteger(number.group(1)).compareTo(BigInteger.valueOf(least)) >= 0
                    && new BigInteger(number.group(1)).compareTo(BigInteger.valueOf(most)) <= 0;
        };
    }

    private static Predicate<String> atLeast(String argument) {
        return within(new BigDecimal(argument.strip()).longValueExact(), Long.MAX_VALUE);
    }

    private static Predicate<String> atMost(String argument) {
        return within(Long.MIN_VALUE, new BigDecimal(argument.strip()).longValueExact());
    }

    private static Predicate<String> lengths(String[] limits) {
        int least = Integer.parseInt(limits[0].strip());
        return length(least, limits.length == 1 ? least : Integer.parseInt(limits[1].strip()));
    }

    private static Predicate<String> length(int least, int most) {
        return value -> value.length() >= least && value.length() <= most;
    }

    private static IllegalArgumentException unsupported(String text) {
        return new IllegalArgumentException("the local host does not support the route constraint " + text);
    }
}

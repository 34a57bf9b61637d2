package dev.gatehouse.chain.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A query as sent, with its parameters in order; values are decoded only when they are read. */
public record QueryString(List<Parameter> parameters) {

    /** One parameter as sent; {@code value} is empty when there is no {@code =}. */
    public record Parameter(String name, Optional<String> value) {
        private String text() {
            return value.map(text -> name + "=" + text).orElse(name);
        }
    }

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    public static QueryString parse(String query) {
        return new QueryString(Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(QueryString::parameter)
                .toList());
    }

    private static Parameter parameter(String part) {
        int equals = part.indexOf('=');
        return equals < 0
                ? new Parameter(part, Optional.empty())
                : new Parameter(part.substring(0, equals), Optional.of(part.substring(equals + 1)));
    }

    /** The decoded values of a parameter, its name compared without regard to case. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> decode(parameter.name()).equalsIgnoreCase(name))
                .map(parameter -> decode(parameter.value().orElse("")))
                .toList();
    }

    /** The same query without the parameters whose decoded names the test matches. */
    public QueryString without(Predicate<String> name) {
        return new QueryString(parameters.stream()
                .filter(parameter -> !name.test(decode(parameter.name())))
                .toList());
    }

    /** The request target for a path with this query. */
    public String after(String path) {
        return parameters.isEmpty() ? path : path + "?" + this;
    }

    @Override
    public String toString() {
        return parameters.stream().map(Parameter::text).collect(Collectors.joining("&"));
    }

    /** Form decoding; invalid percent-encoding is kept unchanged, as the Functions host does. */
    public static String decode(String text) {
        return PercentEncoding.decode(text.replace('+', ' '));
    }
}

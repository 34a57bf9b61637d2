package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import java.util.Optional;

/** The content of {@code context.Request.MatchedParameters}: the parameters of the operation's URL template, decoded. */
record Parameters(Map<String, String> values) {

    String get(String name) {
        return find(name)
                .orElseThrow(() -> new ExpressionFailed("the operation's template has no parameter '" + name + "'"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}

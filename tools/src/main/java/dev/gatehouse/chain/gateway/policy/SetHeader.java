package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code set-header}: changes a header of the request, or of the response if it exists. */
record SetHeader(String name, Exists action, List<PolicyValue> values, boolean ofAnswer) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-header",
            EnumSet.allOf(Section.class),
            shape(),
            (element, compilation) ->
                    compile(element, compilation, compilation.section().isAboutTheAnswer()));

    /** What happens to a header that already exists. */
    enum Exists {
        OVERRIDE,
        SKIP,
        APPEND,
        DELETE
    }

    SetHeader {
        values = List.copyOf(values);
    }

    private static Shape shape() {
        return Shape.empty().needing("name").allowing("exists-action").holding("value");
    }

    /** Within {@code return-response}. */
    static SetHeader ofAnswer(XmlElement element, Compilation compilation) {
        compilation.check(element, shape());
        return compile(element, compilation, true);
    }

    private static SetHeader compile(XmlElement element, Compilation compilation, boolean ofAnswer) {
        String name = compilation.needed(element, "name");
        if (!Headers.isName(name)) {
            throw compilation.refused(element, "name", "is not a valid header name");
        }
        Exists action = action(element, compilation);
        if (action != Exists.DELETE && Headers.isOfTheConnection(name)) {
            throw compilation.refused(
                    element, "name", "is a connection header, which the sending server sets; it can only be deleted");
        }
        List<PolicyValue> values = element.children().stream()
                .map(child -> value(child, compilation))
                .toList();
        if (values.isEmpty() != (action == Exists.DELETE)) {
            throw compilation.refused(
                    element, "must contain a <value>, or have exists-action=\"delete\" and no <value>");
        }
        return new SetHeader(name, action, values, ofAnswer);
    }

    private static Exists action(XmlElement element, Compilation compilation) {
        String text = compilation.literal(element, "exists-action").orElse("override");
        return Arrays.stream(Exists.values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        compilation.refused(element, "exists-action", "must be one of override, skip, append, delete"));
    }

    private static PolicyValue value(XmlElement element, Compilation compilation) {
        compilation.check(element, Shape.empty().holdingText());
        PolicyValue value = compilation.expressions().told(element);
        if (value instanceof PolicyValue.Literal literal && !Headers.isWritable(literal.text())) {
            throw compilation.refused(element, "must be visible ASCII in a header");
        }
        return value;
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        if (!ofAnswer) {
            Headers changed = in(exchange.request().headers(), exchange);
            return new PolicyOutcome.Next(
                    exchange.withRequest(exchange.request().withHeaders(changed)));
        }
        Optional<Response> answer = exchange.response();
        return new PolicyOutcome.Next(
                answer.map(response -> exchange.withResponse(response.withHeaders(in(response.headers(), exchange))))
                        .orElse(exchange));
    }

    /** The headers after this change. */
    Headers in(Headers fields, Exchange exchange) {
        if (action == Exists.SKIP && fields.has(name)) {
            return fields;
        }
        Headers changed = action == Exists.APPEND ? fields : fields.without(name);
        for (PolicyValue value : values) {
            changed = changed.plus(name, fieldValue(value.in(exchange)));
        }
        return changed;
    }

    /** Refuses characters that could end the header: an expression may contain anything that a client sent. */
    private String fieldValue(String text) {
        if (!Headers.isWritable(text)) {
            throw new ExpressionFailed("the value for header " + name + " is not visible ASCII");
        }
        return text;
    }
}

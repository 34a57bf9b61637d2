package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/** {@code set-body}: replaces the body of the request, or of the response if it exists; a message without a body gets none. */
record SetBody(PolicyValue body, boolean ofAnswer) implements Policy {
    private static final Shape SHAPE = Shape.empty().holdingText();
    private static final String LENGTH = "Content-Length";
    static final PolicyKind KIND = new PolicyKind(
            "set-body",
            EnumSet.of(Section.INBOUND, Section.BACKEND, Section.OUTBOUND),
            SHAPE,
            (element, compilation) -> new SetBody(
                    compilation.expressions().told(element),
                    compilation.section().isAboutTheAnswer()));

    /** The body of {@code return-response}. */
    static PolicyValue ofAnswer(XmlElement element, Compilation compilation) {
        compilation.check(element, SHAPE);
        return compilation.expressions().told(element);
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        byte[] bytes = body.in(exchange).getBytes(StandardCharsets.UTF_8);
        if (!ofAnswer) {
            Request request = exchange.request();
            needBody(request.body());
            return new PolicyOutcome.Next(exchange.withRequest(new Request(
                    request.method(), request.target(), request.headers().without(LENGTH), bytes)));
        }
        Response response = exchange.response().orElseGet(() -> Response.empty(200));
        needBody(response.body());
        return new PolicyOutcome.Next(exchange.withResponse(
                new Response(response.status(), response.headers().without(LENGTH), bytes)));
    }

    private static void needBody(byte[] body) {
        if (body.length == 0) {
            throw new ExpressionFailed("set-body on a message without a body");
        }
    }
}

package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** {@code return-response}: ends the call with an answer of the policy's own. */
record ReturnResponse(int status, List<SetHeader> headers, String body, Optional<String> id) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "return-response",
            EnumSet.allOf(Section.class),
            Shape.empty().holding("set-status", "set-header", "set-body"),
            ReturnResponse::compile);

    private static final List<String> ORDER = List.of("set-status", "set-header", "set-body");

    ReturnResponse {
        headers = List.copyOf(headers);
    }

    private static Policy compile(Element element, Compilation compilation) {
        Order.check(element, ORDER, compilation);
        List<SetHeader> headers = element.children("set-header").stream()
                .map(child -> SetHeader.ofAnswer(child, compilation))
                .toList();
        int status = element.children("set-status").stream()
                .map(child -> SetStatus.compile(child, compilation))
                .findFirst()
                .orElse(200);
        String body = element.children("set-body").stream()
                .map(child -> body(child, compilation))
                .findFirst()
                .orElse("");
        return new ReturnResponse(status, headers, body, compilation.literal(element, "id"));
    }

    private static String body(Element element, Compilation compilation) {
        compilation.check(element, Shape.empty().holdingText());
        return compilation.literalText(element);
    }

    @Override
    public Outcome apply(Exchange exchange) {
        Headers fields = Headers.none();
        for (SetHeader header : headers) {
            fields = header.in(fields, exchange);
        }
        Response response = new Response(status, fields, body.getBytes(StandardCharsets.UTF_8));
        return new Outcome.Answered(exchange, response, id);
    }
}

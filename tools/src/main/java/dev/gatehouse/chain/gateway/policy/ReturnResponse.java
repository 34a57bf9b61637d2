package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** {@code return-response}: ends the call with a response that the policy defines. */
record ReturnResponse(int status, List<SetHeader> headers, Optional<PolicyValue> body, Optional<String> id)
        implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "return-response",
            EnumSet.allOf(Section.class),
            Shape.empty().holding("set-status", "set-header", "set-body"),
            ReturnResponse::compile);

    private static final List<String> ORDER = List.of("set-status", "set-header", "set-body");

    ReturnResponse {
        headers = List.copyOf(headers);
    }

    private static Policy compile(XmlElement element, Compilation compilation) {
        Order.check(element, ORDER, compilation);
        List<SetHeader> headers = element.children("set-header").stream()
                .map(child -> SetHeader.ofAnswer(child, compilation))
                .toList();
        int status = element.children("set-status").stream()
                .map(child -> SetStatus.code(child, compilation))
                .findFirst()
                .orElse(200);
        Optional<PolicyValue> body = element.children("set-body").stream()
                .map(child -> SetBody.ofAnswer(child, compilation))
                .findFirst();
        return new ReturnResponse(status, headers, body, compilation.literal(element, "id"));
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Headers fields = Headers.none();
        for (SetHeader header : headers) {
            fields = header.in(fields, exchange);
        }
        String text = body.map(value -> value.in(exchange)).orElse("");
        Response response = new Response(status, fields, text.getBytes(StandardCharsets.UTF_8));
        return new PolicyOutcome.Answered(exchange, response, id);
    }
}

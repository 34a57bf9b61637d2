package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;

/** {@code set-query-parameter} with {@code exists-action="delete"}: removes a parameter; case is ignored. */
record SetQueryParameter(String name) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-query-parameter",
            EnumSet.of(Section.INBOUND, Section.BACKEND),
            Shape.empty().needing("name", "exists-action"),
            SetQueryParameter::compile);

    private static Policy compile(XmlElement element, Compilation compilation) {
        if (!compilation.needed(element, "exists-action").equals("delete")) {
            throw compilation.refused(element, "exists-action", "is supported only with the value delete");
        }
        return new SetQueryParameter(compilation.needed(element, "name"));
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Request request = exchange.request();
        String target = request.query().without(name::equalsIgnoreCase).after(request.path());
        return new PolicyOutcome.Next(exchange.withRequest(request.withTarget(target)));
    }
}

package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.policy.CrossOrigin.Origin;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code cors}: allows pages of other origins to call; browsers enforce it, other clients are not affected.
 *
 * @param terminates whether a call from an unknown origin ends here, with 200 and an empty body
 */
record Cors(CrossOrigin allowed, boolean terminates) implements Policy {

    /** Adds the CORS headers to the response, for a page that may call. */
    private record Grant(CrossOrigin allowed, String origin) implements ResponseAction {
        @Override
        public Response finish(Context context, Response response) {
            return allowed.granted(origin, response);
        }
    }

    static final PolicyKind KIND = new PolicyKind(
            "cors",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .allowing("allow-credentials", "terminate-unmatched-request")
                    .holding("allowed-origins", "allowed-methods", "allowed-headers", "expose-headers"),
            (element, compilation) -> new Cors(
                    CrossOriginReader.read(element, compilation),
                    new Attributes(element, compilation).flag("terminate-unmatched-request", true)));

    /** The response to a preflight request; empty when another policy may know the origin. */
    Optional<Response> preflight(Request request) {
        String origin = request.headers().joined("Origin").orElse("");
        if (allowed.includes(origin)) {
            return Optional.of(allowed.preflight(origin));
        }
        return terminates ? Optional.of(Response.empty(200)) : Optional.empty();
    }

    /** Only the first policy that knows the origin is used. */
    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Optional<String> origin = exchange.request().headers().joined("Origin");
        if (origin.isEmpty() || exchange.finishes().stream().anyMatch(Grant.class::isInstance)) {
            return new PolicyOutcome.Next(exchange);
        }
        if (allowed.includes(origin.get())) {
            return new PolicyOutcome.Next(exchange.finishing(new Grant(allowed, origin.get())));
        }
        return terminates
                ? new PolicyOutcome.Answered(exchange, Response.empty(200), Optional.empty())
                : new PolicyOutcome.Next(exchange);
    }

    /** Reads the children of {@code cors}. */
    private static final class CrossOriginReader {
        private static final List<String> ORDER =
                List.of("allowed-origins", "allowed-methods", "allowed-headers", "expose-headers");
        /** The methods allowed if {@code allowed-methods} is missing. */
        private static final List<String> USUAL_METHODS = List.of("GET", "POST");

        private CrossOriginReader() {}

        static CrossOrigin read(XmlElement cors, Compilation compilation) {
            Order.check(cors, ORDER, compilation);
            boolean credentials = new Attributes(cors, compilation).flag("allow-credentials", false);
            List<String> origins = list(cors, "allowed-origins", "origin", compilation)
                    .orElseThrow(() -> compilation.refused(cors, "must contain <allowed-origins>"));
            List<String> headers = list(cors, "allowed-headers", "header", compilation)
                    .orElseThrow(() -> compilation.refused(cors, "must contain <allowed-headers>"));
            if (credentials && origins.contains(CrossOrigin.ANY)) {
                throw compilation.refused(
                        cors,
                        "allow-credentials",
                        "together with the origin * would allow every page; list the origins");
            }
            List<String> methods =
                    list(cors, "allowed-methods", "method", compilation).orElse(USUAL_METHODS);
            Optional<Integer> maxAge = cors.children("allowed-methods").stream()
                    .filter(element -> element.tag().attributes().containsKey("preflight-result-max-age"))
                    .map(element -> new Attributes(element, compilation)
                            .number("preflight-result-max-age", 0, Integer.MAX_VALUE))
                    .findFirst();
            return new CrossOrigin(
                    origins,
                    new CrossOrigin.Preflight(methods, headers, maxAge),
                    list(cors, "expose-headers", "header", compilation).orElse(List.of()),
                    credentials);
        }

        private static Optional<List<String>> list(
                XmlElement cors, String name, String entry, Compilation compilation) {
            return cors.children(name).stream().findFirst().map(list -> {
                Shape shape = Shape.empty().holding(entry);
                compilation.check(list, entry.equals("method") ? shape.allowing("preflight-result-max-age") : shape);
                if (list.children().isEmpty()) {
                    throw compilation.refused(list, "must contain an <" + entry + ">");
                }
                List<String> values = list.children().stream()
                        .map(child -> value(child, compilation))
                        .toList();
                if (values.contains(CrossOrigin.ANY) && values.size() > 1) {
                    throw compilation.refused(list, "contains * together with other values; use * alone or remove it");
                }
                return values;
            });
        }

        private static String value(XmlElement element, Compilation compilation) {
            compilation.check(element, Shape.empty().holdingText());
            String text = compilation.literalText(element);
            if (text.equals(CrossOrigin.ANY)) {
                return text;
            }
            if (element.name().equals("origin")) {
                return Origin.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                        .orElseThrow(() -> compilation.refused(
                                element, "is not an origin; write scheme, host and port, such as https://example.com"));
            }
            if (!Headers.isName(text)) {
                throw compilation.refused(element, "is not a valid " + element.name() + " name");
            }
            return text;
        }
    }
}

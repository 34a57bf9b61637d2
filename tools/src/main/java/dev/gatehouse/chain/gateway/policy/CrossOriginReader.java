package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Reads the children of {@code cors}. */
final class CrossOriginReader {
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
                    cors, "allow-credentials", "together with the origin * would allow every page; list the origins");
        }
        List<String> methods =
                list(cors, "allowed-methods", "method", compilation).orElse(USUAL_METHODS);
        Optional<Integer> maxAge = cors.children("allowed-methods").stream()
                .filter(element -> element.tag().attributes().containsKey("preflight-result-max-age"))
                .map(element ->
                        new Attributes(element, compilation).number("preflight-result-max-age", 0, Integer.MAX_VALUE))
                .findFirst();
        return new CrossOrigin(
                origins,
                new CrossOrigin.Preflight(methods, headers, maxAge),
                list(cors, "expose-headers", "header", compilation).orElse(List.of()),
                credentials);
    }

    private static Optional<List<String>> list(XmlElement cors, String name, String entry, Compilation compilation) {
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

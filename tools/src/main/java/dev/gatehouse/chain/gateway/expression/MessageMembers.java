package dev.gatehouse.chain.gateway.expression;

import static dev.gatehouse.chain.gateway.expression.ExpressionType.BOOL;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.HEADERS;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.INT;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRING;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRINGS;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members of the request, the response and their addresses and headers. */
final class MessageMembers {
    private static final List<ExpressionType> NOTHING = List.of();
    private static final List<ExpressionType> TEXT = List.of(STRING);
    private static final List<ExpressionType> TWO_TEXTS = List.of(STRING, STRING);

    static final List<Member> ALL = List.of(
            Member.of(Incoming.class, "Method", NOTHING, STRING, (in, none) -> in.request()
                    .method()),
            Member.of(Incoming.class, "Headers", NOTHING, HEADERS, (in, none) -> in.request()
                    .headers()),
            Member.of(Incoming.class, "IpAddress", NOTHING, STRING, (in, none) -> in.call()
                    .arrival()
                    .clientAddress()),
            Member.of(Incoming.class, "OriginalUrl", NOTHING, ExpressionType.URL, (in, none) -> in.call()
                    .arrival()
                    .url()),
            Member.of(
                    Incoming.class,
                    "MatchedParameters",
                    NOTHING,
                    ExpressionType.PARAMETERS,
                    (in, none) -> new Parameters(in.call().target().parameters())),
            Member.of(Response.class, "StatusCode", NOTHING, INT, (response, none) -> response.status()),
            Member.of(Response.class, "Headers", NOTHING, HEADERS, (response, none) -> response.headers()),
            Member.of(Headers.class, "ContainsKey()", TEXT, BOOL, (headers, a) -> headers.has(a.text(0))),
            Member.of(Headers.class, "[]", TEXT, STRINGS, (headers, a) -> field(headers, a.text(0))),
            Member.of(Headers.class, "GetValueOrDefault()", TEXT, STRING, (headers, a) -> headers.joined(a.text(0))
                    .orElse(null)),
            Member.of(Headers.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (headers, a) -> headers.joined(a.text(0))
                    .orElse(a.textOrNull(1))),
            Member.of(Url.class, "Scheme", NOTHING, STRING, (url, none) -> url.authority()
                    .scheme()),
            Member.of(Url.class, "Host", NOTHING, STRING, (url, none) -> url.authority()
                    .host()),
            Member.of(Url.class, "Port", NOTHING, INT, (url, none) -> url.authority()
                    .port()),
            Member.of(Url.class, "Path", NOTHING, STRING, (url, none) -> url.path()),
            Member.of(Url.class, "Query", NOTHING, ExpressionType.QUERY, (url, none) -> url.query()),
            Member.of(QueryString.class, "ContainsKey()", TEXT, BOOL, (query, a) -> !query.all(a.text(0))
                    .isEmpty()),
            Member.of(QueryString.class, "GetValueOrDefault()", TEXT, STRING, (query, a) -> value(query, a.text(0))
                    .orElse(null)),
            Member.of(QueryString.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (query, a) -> value(query, a.text(0))
                    .orElse(a.textOrNull(1))),
            Member.of(Parameters.class, "[]", TEXT, STRING, (parameters, a) -> parameters.get(a.text(0))),
            Member.of(Parameters.class, "ContainsKey()", TEXT, BOOL, (parameters, a) -> parameters
                    .find(a.text(0))
                    .isPresent()),
            Member.of(Parameters.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (parameters, a) -> parameters
                    .find(a.text(0))
                    .orElse(a.textOrNull(1))));

    private MessageMembers() {}

    private static Strings field(Headers headers, String name) {
        if (!headers.has(name)) {
            throw new ExpressionFailed("header '" + name + "' not found");
        }
        return new Strings(headers.all(name));
    }

    private static Optional<String> value(QueryString query, String name) {
        List<String> all = query.all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(",", all));
    }

    /** The request in expressions: after the policies so far, with the call's own properties. */
    record Incoming(Request request, CallFacts call) {}

    /** The content of {@code context.Request.MatchedParameters}: the parameters of the operation's URL template, decoded. */
    record Parameters(Map<String, String> values) {

        String get(String name) {
            return find(name)
                    .orElseThrow(
                            () -> new ExpressionFailed("the operation's template has no parameter '" + name + "'"));
        }

        Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}

package dev.gatehouse.doctor.explain;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP answers: whole ones as curl, Postman and browsers print them, with the layer that they show, and bare statuses. */
final class AnswerSignals {
    private static final int MOST = 16_000;
    /** Easy Auth's own id of a request, on Linux. */
    private static final String MIDDLEWARE = "x-ms-middleware-request-id";

    private static final Anchored LINE = Anchored.of("^(?:< )?HTTP/[\\d.]{1,3} (\\d{3})\\b([^\\n]{0,200})", 2, "http/");
    private static final Pattern FIELD = Pattern.compile("(?:< )?([A-Za-z][\\w-]{1,60}): ?([^\\n]*)");
    private static final Anchored STATUS = Anchored.of(
            "(?:[Ss]tatus(?: ?[Cc]ode)?|resultCode|ResultCode|[Rr]esponseCode|HTTP(?: status| error)?(?: code)?)"
                    + "\"?\\s?(?:[:=]|is|of)?\\s?\"?([1-5]\\d\\d)\\b"
                    + "|\\b([45]\\d\\d),? \\(?(?:Unauthorized|Forbidden|Not Found|Internal Server Error|Bad Gateway"
                    + "|Service Unavailable|Gateway Time-?out|Bad Request|Conflict|Ip Forbidden|Site Disabled|Too Many Requests)"
                    + "|(?:success|code|status|error)\"?:? ?\\(?([45]\\d\\d)\\b",
            7,
            "status",
            "resultcode",
            "responsecode",
            "http",
            "unauthorized",
            "forbidden",
            "not found",
            "internal server error",
            "bad gateway",
            "service unavailable",
            "gateway time",
            "bad request",
            "conflict",
            "ip forbidden",
            "site disabled",
            "too many requests",
            "success",
            "code",
            "error");
    private static final Anchored GATEWAY_BODY = Anchored.of(
            "\"statusCode\"\\s*:\\s*(\\d{3})\\s*,\\s*\"message\"\\s*:\\s*\"([^\"]{0,400})\"", 0, "\"statuscode\"");

    static final List<Anchored> ALL = List.of(LINE, STATUS, GATEWAY_BODY);

    private AnswerSignals() {}

    static List<Signal> in(String text, Map<String, List<Integer>> places) {
        List<Signal> found = new ArrayList<>();
        Tally tally = new Tally();
        for (MatchResult line : LINE.in(text, places)) {
            if (tally.isNew(line.group(1))) {
                answer(text, line, found);
            }
        }
        for (MatchResult bare : STATUS.in(text, places)) {
            for (int group = 1; group <= bare.groupCount(); group++) {
                if (bare.group(group) != null && tally.isNew("bare " + bare.group(group))) {
                    found.add(Signal.of("http:" + bare.group(group), bare.start()));
                }
            }
        }
        GATEWAY_BODY.in(text, places).stream()
                .filter(body -> tally.isNew("body " + body.group(1)))
                .map(body -> Signal.of(
                        "answer:gateway", body.start(), Map.of("status", body.group(1), "message", body.group(2))))
                .forEach(found::add);
        return found;
    }

    private static void answer(String text, MatchResult line, List<Signal> found) {
        int status = Integer.parseInt(line.group(1));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String body = whole(body(text, headers(text, Math.min(text.length(), line.end() + 1), headers)), headers);
        Map<String, String> details = new LinkedHashMap<>(
                Map.of("status", line.group(1), "phrase", line.group(2).strip()));
        headers.forEach((name, values) -> details.put(name, String.join(", ", values)));
        found.add(Signal.of("http:" + line.group(1), line.start(), details));
        boolean bodyCut = body.isEmpty()
                && !headers.getOrDefault("content-length", List.of("0")).contains("0");
        if ((status == 401 || status == 403) && body.isEmpty() && headers.containsKey(MIDDLEWARE)) {
            found.add(Signal.of("answer:easy-auth", line.start(), details));
        } else if (status >= 400 && !headers.isEmpty() && !bodyCut) {
            AnswerShape.of(new Response(status, Headers.of(headers), body.getBytes(StandardCharsets.UTF_8)))
                    .layer()
                    .ifPresent(layer -> found.add(Signal.of(
                            "answer:" + layer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            line.start(),
                            details)));
        }
    }

    /** What a person wrote below an answer is no part of it. */
    private static String whole(String body, Map<String, List<String>> headers) {
        String length = headers.getOrDefault("content-length", List.of("")).get(0);
        boolean shorter = length.matches("\\d{1,6}") && Integer.parseInt(length) < body.length();
        return shorter ? body.substring(0, Integer.parseInt(length)) : body;
    }

    /** Reads the fields from there; returns the place behind them. */
    private static int headers(String text, int from, Map<String, List<String>> headers) {
        int at = from;
        int end = Math.min(text.length(), from + MOST);
        Matcher field = FIELD.matcher(text);
        while (at < end && field.region(at, end).lookingAt()) {
            headers.computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), k -> new ArrayList<>(1))
                    .add(field.group(2).strip());
            at = Math.min(text.length(), field.end() + 1);
        }
        return at;
    }

    /** Up to the next answer or request. */
    private static String body(String text, int from) {
        String rest = text.substring(from, Math.min(text.length(), from + MOST));
        StringBuilder body = new StringBuilder();
        for (String line : rest.split("\n", -1)) {
            if (line.startsWith("HTTP/")
                    || line.startsWith("< HTTP/")
                    || line.startsWith("> ")
                    || line.startsWith("* ")
                    || line.startsWith("```")) {
                break;
            }
            body.append(line.equals("<") ? "" : line).append('\n');
        }
        return body.toString().strip();
    }
}

package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer as it came over the wire. */
record RawAnswer(int status, Headers headers, String body) {
    static RawAnswer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = text.substring(0, end).lines().toList();
        Headers headers = Headers.none();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers = headers.plus(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        return new RawAnswer(
                Integer.parseInt(head.get(0).split(" ")[1]),
                headers,
                headers.has("Transfer-Encoding") ? joined(body) : body);
    }

    /** The text of a body in chunks, of letters that are one byte each or of one chunk. */
    private static String joined(String chunked) {
        StringBuilder text = new StringBuilder();
        byte[] rest = chunked.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; ; ) {
            String tail = new String(rest, at, rest.length - at, StandardCharsets.ISO_8859_1);
            int line = tail.indexOf("\r\n");
            int length = Integer.parseInt(tail.substring(0, line), 16);
            if (length == 0) {
                return text.toString();
            }
            text.append(new String(rest, at + line + 2, length, StandardCharsets.UTF_8));
            at += line + 2 + length + 2;
        }
    }

    String header(String name) {
        return headers.joined(name).orElse("(none)");
    }

    Map<?, ?> json() {
        return new com.google.gson.Gson().fromJson(body, Map.class);
    }
}

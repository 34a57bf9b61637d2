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
        return new RawAnswer(Integer.parseInt(head.get(0).split(" ")[1]), headers, text.substring(end + 4));
    }

    String header(String name) {
        return headers.joined(name).orElse("(none)");
    }

    Map<?, ?> json() {
        return new com.google.gson.Gson().fromJson(body, Map.class);
    }
}

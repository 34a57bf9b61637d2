package dev.gatehouse.chain.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequestFactory;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicLineParser;

/**
 * Request line and headers exactly as sent: the library's own request takes the target apart, loses a fragment and shortens
 * {@code //a/b} to {@code /b}. What is invalid by RFC 9112 is refused, as Kestrel refuses it.
 */
final class RequestHead extends BasicClassicHttpRequest {
    private static final long serialVersionUID = 1L;

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e\\x80-\\xff]+");

    private final String raw;

    private RequestHead(String method, String raw) {
        super(method, "/");
        this.raw = raw;
    }

    /** Reads heads from a connection. */
    static final class HeadParser extends DefaultHttpRequestParser {
        private static final Http1Config CONFIG = Http1Config.custom()
                .setMaxLineLength(HeadLines.LONGEST_READ)
                .setMaxHeaderCount(-1) // counted by the lines
                .build();

        HeadParser() {
            super(CONFIG, BasicLineParser.INSTANCE, new Factory());
        }

        static Http1Config config() {
            return CONFIG;
        }

        @Override
        public ClassicHttpRequest parse(SessionInputBuffer buffer, InputStream stream)
                throws IOException, HttpException {
            return super.parse(new HeadLines(buffer), stream);
        }
    }

    private static final class Factory implements HttpRequestFactory<ClassicHttpRequest> {
        @Override
        public ClassicHttpRequest newHttpRequest(String method, String uri) {
            return new RequestHead(method, uri);
        }

        @Override
        public ClassicHttpRequest newHttpRequest(String method, URI uri) {
            return new RequestHead(method, uri.toString());
        }
    }

    /**
     * The head of a request, still without its body.
     *
     * @throws RefusedRequest when it is invalid
     */
    Request request(RequestLimits limits) throws RefusedRequest {
        boolean isOld = HttpVersion.HTTP_1_0.equals(getVersion());
        if (!isOld && !HttpVersion.HTTP_1_1.equals(getVersion())) {
            throw new RefusedRequest(505, "version");
        }
        Headers headers = headers();
        if (!Headers.isName(getMethod()) || !headers.areWellFormed() || !isFramed(headers)) {
            throw new RefusedRequest(400, "invalid method, header or length");
        }
        if (isOld && !headers.has("Host")) {
            throw new RefusedRequest(500, "no Host in HTTP/1.0"); // as the Functions host answers it
        }
        return new Request(getMethod(), target(host(headers), limits), headers, new byte[0]);
    }

    private Headers headers() {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER); // keeps the order of repeats
        for (Header header : getHeaders()) {
            fields.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return Headers.of(fields);
    }

    /** Whether the length of the body is clear (RFC 9112 §6.3): one Content-Length of digits, or chunked, or neither. */
    private static boolean isFramed(Headers headers) {
        List<String> lengths = headers.all("Content-Length");
        List<String> codings = headers.all("Transfer-Encoding");
        if (codings.isEmpty()) {
            return lengths.isEmpty() || (lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,18}"));
        }
        return lengths.isEmpty() && codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
    }

    private static String host(Headers headers) throws RefusedRequest {
        List<String> hosts = headers.all("Host");
        if (hosts.size() != 1) {
            throw new RefusedRequest(400, hosts.size() + " Host headers");
        }
        return hosts.get(0);
    }

    private String target(String host, RequestLimits limits) throws RefusedRequest {
        String target = raw;
        Matcher absolute = ABSOLUTE.matcher(raw);
        if (absolute.matches() && absolute.group(1).equalsIgnoreCase(host)) {
            target = absolute.group(2).startsWith("/") ? absolute.group(2) : "/" + absolute.group(2);
        }
        if (!target.startsWith("/") || !VISIBLE.matcher(target).matches()) {
            throw new RefusedRequest(400, "target");
        }
        if (!limits.rawTargets() && !isUri(target)) {
            throw new RefusedRequest(400, "target is not a URI");
        }
        return target;
    }

    private static boolean isUri(String target) {
        try {
            new URI(target.startsWith("//") ? "http:" + target : target);
            return true;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }
}

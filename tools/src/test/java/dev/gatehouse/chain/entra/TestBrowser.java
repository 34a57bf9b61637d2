package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens the pages of a local Entra as a browser without scripts: it keeps cookies and sends forms; redirects are left to the test. */
public final class TestBrowser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");

    private final HttpClient http;
    private final URI start;

    TestBrowser(LocalEntra entra) {
        this(entra, RunningContoso.TLS);
    }

    /** Trusts what the chain trusts; a loopback address is reached without the proxy. */
    public TestBrowser(LocalEntra entra, LocalTls tls) {
        this.start = URI.create("https://login.microsoftonline.com/");
        this.http = HttpClient.newBuilder()
                .sslContext(tls.trusting())
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .proxy(new Around(
                        new InetSocketAddress("127.0.0.1", entra.proxy().port())))
                .build();
    }

    private static final class Around extends ProxySelector {
        private final ProxySelector all;

        Around(InetSocketAddress proxy) {
            this.all = ProxySelector.of(proxy);
        }

        @Override
        public List<Proxy> select(URI uri) {
            return uri.getHost().equals("localhost") ? List.of(Proxy.NO_PROXY) : all.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            all.connectFailed(uri, address, failure);
        }
    }

    /** Follows redirects until a page is shown, as an unmodified browser does; forms stay the test's. */
    public Shown follow(Shown page) {
        Shown shown = page;
        while (shown.location().isPresent()) {
            shown = open(shown.location().get());
        }
        return shown;
    }

    /** What a request was answered with. */
    public record Shown(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The AADSTS number that the page shows; 0 if none. */
        int code() {
            Matcher code = Pattern.compile("AADSTS(\\d+)").matcher(body());
            return code.find() ? Integer.parseInt(code.group(1)) : 0;
        }

        public Optional<String> location() {
            return response.headers().firstValue("Location");
        }

        /** The parameters that the browser is sent on with, in the query or the fragment. */
        public Map<String, String> sentOn() {
            return form(location().orElseThrow().split("[?#]", 2)[1]);
        }

        Map<String, String> hidden() {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher input = HIDDEN.matcher(body());
            while (input.find()) {
                fields.put(input.group(1), plain(input.group(2)));
            }
            return fields;
        }

        String action() {
            Matcher form = ACTION.matcher(body());
            return form.find() ? plain(form.group(1)) : "";
        }

        private static String plain(String html) {
            return html.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
    }

    public Shown open(String address) {
        return send(HttpRequest.newBuilder(start.resolve(address)));
    }

    Shown authorize(Map<String, String> query) {
        return open("/" + Contoso.TENANT + "/oauth2/v2.0/authorize?" + encoded(query));
    }

    /** Sends the page's form with one more field: the button that is pressed, or the text that is entered. */
    public Shown submit(Shown page, String name, String value, String... headers) {
        Map<String, String> fields = page.hidden();
        fields.put(name, value);
        return post(page.action(), fields, headers);
    }

    Shown post(String address, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(start.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends the page's form as the script does that the page has for it. */
    public Shown sent(Shown page) {
        return post(page.action(), page.hidden());
    }

    private Shown send(HttpRequest.Builder request) {
        try {
            return new Shown(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                        (one, another) -> one + another,
                        LinkedHashMap::new));
    }
}

package dev.gatehouse.chain.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpDateGenerator;
import org.jspecify.annotations.Nullable;

/** One client's connection: its requests one after the other, until one of the two sides closes it. */
final class Connection {
    private static final int SILENT_MILLIS = 30_000;
    private static final int LINGER_MILLIS = 500;
    private static final int LINGER_BYTES = 256 * 1024;

    private final Socket socket;
    private final HttpService service;
    private final DefaultBHttpServerConnection http = new DefaultBHttpServerConnection(
            null,
            RequestHead.HeadParser.config(),
            null,
            null,
            null,
            null,
            config -> new RequestHead.HeadParser(),
            null);

    Connection(Socket socket, HttpService service) {
        this.socket = socket;
        this.service = service;
    }

    /** Serves the connection until it ends; a client that goes away or stays silent for too long is no error. */
    void run(Optional<SSLContext> tls) {
        try (socket) {
            socket.setSoTimeout(SILENT_MILLIS);
            socket.setTcpNoDelay(true);
            Socket stream = open(tls);
            boolean continues;
            do {
                continues = exchange(stream);
            } while (continues);
            http.close();
        } catch (IOException | HttpException gone) {
            // no answer can reach it
        }
    }

    private Socket open(Optional<SSLContext> tls) throws IOException {
        if (tls.isEmpty()) {
            http.bind(socket);
            return socket;
        }
        SSLSocket secure = (SSLSocket) tls.get().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        http.bind(secure, socket);
        return secure;
    }

    /** Serves one request; whether another may follow on this connection. */
    private boolean exchange(Socket stream) throws IOException, HttpException {
        try {
            RequestHead head = (RequestHead) http.receiveRequestHeader();
            if (head == null) {
                return false;
            }
            Request request = head.request(service.limits());
            Response response = service.answer(withBody(head, request));
            boolean isLast = isClosing(request.headers()) || isClosing(response.headers());
            boolean keepsAlive = !isLast && HttpVersion.HTTP_1_1.equals(head.getVersion());
            send(head, response, keepsAlive);
            return keepsAlive;
        } catch (RefusedRequest refused) {
            return refuse(refused.status(), stream);
        } catch (HttpException malformed) {
            return refuse(400, stream);
        }
    }

    private Request withBody(RequestHead head, Request request) throws IOException, HttpException {
        http.receiveRequestEntity(head);
        HttpEntity entity = head.getEntity();
        if (entity == null) {
            return request;
        }
        int limit = service.limits().bodyBytes();
        if (entity.getContentLength() > limit) {
            throw new RefusedRequest(service.limits().tooLong(), "body too long");
        }
        if (request.headers().joined("Expect").orElse("").equalsIgnoreCase("100-continue")) {
            http.sendResponseHeader(new BasicClassicHttpResponse(100));
            http.flush();
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new RefusedRequest(service.limits().tooLong(), "body too long");
            }
            return new Request(request.method(), request.target(), request.headers(), body);
        }
    }

    private static boolean isClosing(Headers headers) {
        return headers.joined("Connection")
                .map(value -> value.toLowerCase(Locale.ROOT).contains("close"))
                .orElse(false);
    }

    /** Answers, and reads a little of what the client still sends: closed at once, the answer could be lost with it. */
    private boolean refuse(int status, Socket stream) throws IOException, HttpException {
        send(null, Response.empty(status), false);
        stream.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        stream.getInputStream().readNBytes(LINGER_BYTES);
        return false;
    }

    private void send(@Nullable RequestHead request, Response response, boolean keepsAlive)
            throws IOException, HttpException {
        ClassicHttpResponse head = new BasicClassicHttpResponse(response.status());
        head.setVersion(HttpVersion.HTTP_1_1);
        head.addHeader("Date", HttpDateGenerator.INSTANCE.getCurrentDate());
        Headers headers = response.headers();
        headers.without(Headers::isOfTheConnection)
                .asMap()
                .forEach((name, values) -> values.forEach(value -> head.addHeader(name, value)));
        if (!keepsAlive) {
            head.addHeader("Connection", "close");
        }
        boolean mayHaveBody = response.status() >= 200 && response.status() != 204 && response.status() != 304;
        if (mayHaveBody) {
            boolean isChunked = headers.has("Transfer-Encoding") && response.body().length > 0;
            head.addHeader(
                    isChunked ? "Transfer-Encoding" : "Content-Length",
                    isChunked ? "chunked" : Integer.toString(response.body().length));
            head.setEntity(new ByteArrayEntity(response.body(), null, isChunked));
        }
        http.sendResponseHeader(head);
        if (mayHaveBody && (request == null || !request.getMethod().equals("HEAD"))) {
            http.sendResponseEntity(head);
        }
        http.flush();
    }
}

package dev.gatehouse.chain.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The lines of one request's head, within Kestrel's limits: a request line of 8 KB including its end (414), header lines of 32 KB
 * in total and 100 of them (431). A line that continues the one before (obs-fold, RFC 9112 §5.2) is refused.
 */
final class HeadLines implements SessionInputBuffer {
    /** More than any line that is accepted: where the buffer stops to read. */
    static final int LONGEST_READ = 33 * 1024;

    private static final int REQUEST_LINE = 8 * 1024;
    private static final int HEADER_BYTES = 32 * 1024;
    private static final int HEADERS = 100;
    private static final int LINE_END = 2;

    private final SessionInputBuffer bytes;
    private int headerBytes;
    private int lines;

    HeadLines(SessionInputBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream stream) throws IOException {
        boolean isRequestLine = lines == 0;
        try {
            int read = bytes.readLine(line, stream);
            if (!isRequestLine || line.length() > 0) { // empty lines before the first are ignored
                lines++;
            }
            limit(line, isRequestLine);
            return read;
        } catch (MessageConstraintException tooLong) {
            throw isRequestLine ? requestLine() : headers();
        }
    }

    private void limit(CharArrayBuffer line, boolean isRequestLine) throws RefusedRequest {
        if (isRequestLine) {
            if (line.length() + LINE_END > REQUEST_LINE) {
                throw requestLine();
            }
            return;
        }
        headerBytes += line.length() + LINE_END;
        boolean isEnd = line.length() == 0;
        if (headerBytes > HEADER_BYTES || (!isEnd && lines - 1 > HEADERS)) {
            throw headers();
        }
        if (!isEnd && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
            throw new RefusedRequest(400, "folded header");
        }
    }

    private static RefusedRequest requestLine() {
        return new RefusedRequest(414, "request line too long");
    }

    private static RefusedRequest headers() {
        return new RefusedRequest(431, "too many headers");
    }

    @Override
    public int length() {
        return bytes.length();
    }

    @Override
    public int capacity() {
        return bytes.capacity();
    }

    @Override
    public int available() {
        return bytes.available();
    }

    @Override
    public int read(byte[] target, int offset, int length, InputStream stream) throws IOException {
        return bytes.read(target, offset, length, stream);
    }

    @Override
    public int read(byte[] target, InputStream stream) throws IOException {
        return bytes.read(target, stream);
    }

    @Override
    public int read(InputStream stream) throws IOException {
        return bytes.read(stream);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return bytes.getMetrics();
    }
}

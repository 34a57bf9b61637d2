package dev.gatehouse.doctor.web;

import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Makes the doctor's calls; follows no redirects, stores no cookies. */
public final class Web {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final Forwarder forwarder;

    private Web(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    /** With this machine's trust and proxy settings. */
    public static Web ofThisMachine() {
        try {
            return new Web(new Forwarder(SSLContext.getDefault(), ANSWER_WITHIN, ProxySelector.getDefault()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no TLS", missing);
        }
    }

    /** Trusts a local chain only. */
    public static Web direct(SSLContext trusting) {
        return new Web(new Forwarder(trusting, ANSWER_WITHIN));
    }

    /** The same, through the proxy of the local Entra. */
    public static Web through(int loopbackPort, SSLContext trusting) {
        InetSocketAddress proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort);
        return new Web(new Forwarder(trusting, ANSWER_WITHIN, ProxySelector.of(proxy)));
    }

    /**
     * Makes one call.
     *
     * @param request its target is a path below the address
     * @throws UnreachableException when the server does not respond
     */
    public Response send(URI address, Request request) {
        try {
            return attempt(address, request);
        } catch (IOException none) {
            throw new UnreachableException(address + " " + why(none), none);
        }
    }

    /** @throws IOException when the server does not respond, which may be the expected result */
    public Response attempt(URI address, Request request) throws IOException {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        try {
            return forwarder.forward(request.withTarget(address.getRawPath() + request.target()), origin);
        } catch (UnresolvedAddressException unknown) {
            throw new ConnectException("unknown host");
        }
    }

    private static String why(IOException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "cannot be reached: unknown host; is the address correct?";
            }
        }
        if (fault instanceof HttpConnectTimeoutException) {
            return "cannot be reached: connection timed out; is it open to this machine's network?";
        }
        if (fault instanceof HttpTimeoutException) {
            return "did not respond within " + ANSWER_WITHIN.toSeconds() + " s";
        }
        if (fault instanceof SSLException) {
            return "has an untrusted certificate or does not support TLS: " + firstLine(fault);
        }
        return "cannot be reached: "
                + (fault instanceof ConnectException
                        ? "no server is listening at this address, or the host is unknown"
                        : firstLine(fault));
    }

    private static String firstLine(IOException fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}

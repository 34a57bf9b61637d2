package dev.gatehouse.keys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS sockets over plain ones, and can close the plain ones at any time: to close a TLS socket or its streams waits for whoever
 * reads them, for as long as the peer goes on sending.
 */
final class ClosableSockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final Set<Socket> open = Collections.newSetFromMap(new WeakHashMap<>()); // guarded by this

    ClosableSockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** Every read and write of any of them fails from now on. */
    void closeAll() {
        for (Socket socket : taken()) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // no thread can read from a broken socket
            }
        }
    }

    private synchronized List<Socket> taken() {
        List<Socket> taken = List.copyOf(open);
        open.clear();
        return taken;
    }

    private synchronized void add(Socket socket) {
        open.removeIf(Socket::isClosed);
        open.add(socket);
    }

    /** The one form that the JDK's client asks for: {@link #createSocket()} stays unsupported, so it connects a plain socket first. */
    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        add(plain);
        return tls.createSocket(plain, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}

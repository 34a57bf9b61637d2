package dev.gatehouse.doctor.call;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.doctor.call.TokenSource.TokenAcquisition;
import dev.gatehouse.redaction.Redaction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** A confidential client that uses unmodified MSAL4J. */
public final class MsalClient implements TokenSource {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int PATIENCE_SECONDS = 45;

    private final String clientId;
    private final Proof proof;
    private final ConfidentialClientApplication.Builder client;

    /**
     * A client's credential.
     *
     * @param words describes it for people: {@code a secret}, {@code a certificate}
     */
    public record Proof(String words, IClientCredential credential) {
        @Override
        public String toString() {
            return words;
        }
    }

    private MsalClient(String clientId, Proof proof, ConfidentialClientApplication.Builder client) {
        this.clientId = clientId;
        this.proof = proof;
        this.client = client;
    }

    public static MsalClient of(Tenant tenant, String clientId, Proof proof) {
        try {
            return new MsalClient(
                    clientId,
                    proof,
                    ConfidentialClientApplication.builder(clientId, proof.credential())
                            .authority(tenant.authority())
                            .connectTimeoutForDefaultHttpClient(CONNECT_MILLIS)
                            .readTimeoutForDefaultHttpClient(READ_MILLIS));
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a tenant's authority is a valid URL", impossible);
        }
    }

    /** The same client, connecting through the proxy of a local Entra. */
    public MsalClient through(int loopbackPort, SSLContext trusting) {
        client.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort)))
                .sslSocketFactory(trusting.getSocketFactory());
        return this;
    }

    @Override
    public String words() {
        return "client " + clientId + " with " + proof.words();
    }

    @Override
    public TokenAcquisition token(String scope) {
        try {
            return new TokenAcquisition.Issued(client.build()
                    .acquireToken(
                            ClientCredentialParameters.builder(Set.of(scope)).build())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .accessToken());
        } catch (ExecutionException refused) {
            return refused(Objects.requireNonNullElse(refused.getCause(), refused));
        } catch (TimeoutException late) {
            throw new NoTokenException("Entra did not respond within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoTokenException("interrupted while requesting a token");
        }
    }

    private static TokenAcquisition refused(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof MsalServiceException || message.contains("AADSTS")) {
            return new TokenAcquisition.Refused(EntraRefusal.of(message));
        }
        String why = Redaction.hidden(message.lines().findFirst().orElse(""));
        throw new NoTokenException(
                cause instanceof MsalException && cause.getCause() != null
                        ? "the login service cannot be reached: " + why
                        : "no token could be requested: " + why);
    }
}

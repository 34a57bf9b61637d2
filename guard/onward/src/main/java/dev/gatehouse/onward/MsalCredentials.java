package dev.gatehouse.onward;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What proves to Entra who the app is, in MSAL4J's form. */
final class MsalCredentials {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final AppAtEntra app;
    private final ExecutorService threads;
    private volatile @Nullable IClientCredential constant; // that of a file or a secret

    /** No credential can be had now, or at all. */
    static final class Unusable extends Exception {
        private final transient OnwardRefusal refusal;

        Unusable(OnwardRefusal refusal) {
            super(refusal.detail());
            this.refusal = refusal;
        }

        OnwardRefusal refusal() {
            return refusal;
        }
    }

    MsalCredentials(AppAtEntra app, ExecutorService threads) {
        this.app = app;
        this.threads = threads;
    }

    IClientCredential obtain() throws Unusable {
        if (app.credential() instanceof ClientCredential.FederatedIdentity identity) {
            return ClientCredentialFactory.createFromClientAssertion(assertion(identity));
        }
        IClientCredential known = constant;
        if (known == null) {
            known = app.credential() instanceof ClientCredential.Certificate certificate
                    ? certificate(certificate)
                    : ClientCredentialFactory.createFromSecret(((ClientCredential.Secret) app.credential()).value());
            constant = known;
        }
        return known;
    }

    private static IClientCredential certificate(ClientCredential.Certificate certificate) throws Unusable {
        try {
            CertificateFile read = CertificateFile.read(certificate.file(), certificate.password());
            return ClientCredentialFactory.createFromCertificate(read.key(), read.certificate());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Unusable(OnwardRefusal.of(OnwardReason.MISCONFIGURED)
                    .because(OnwardSettings.CERTIFICATE + " cannot be read: " + unreadable.getMessage()));
        }
    }

    /** MSAL4J keeps it for as long as it is valid, for the whole process. */
    private String assertion(ClientCredential.FederatedIdentity identity) throws Unusable {
        ManagedIdentityId id = identity.clientId().equals(ClientCredential.FederatedIdentity.SYSTEM)
                ? ManagedIdentityId.systemAssigned()
                : ManagedIdentityId.userAssignedClientId(identity.clientId());
        MsalHttp http = new MsalHttp();
        try {
            return MsalExchange.within(
                            LIMIT,
                            ManagedIdentityApplication.builder(id)
                                    .httpClient(http)
                                    .executorService(threads)
                                    .disableInternalRetries()
                                    .build()
                                    .acquireTokenForManagedIdentity(
                                            ManagedIdentityParameters.builder(app.federatedAudience())
                                                    .build()))
                    .accessToken();
        } catch (ExecutionException failed) {
            throw new Unusable(refusal(failed.getCause(), http.last()));
        } catch (TimeoutException late) {
            throw new Unusable(refusal(late, Optional.empty()));
        } catch (Exception undeclared) { // MSAL4J's method says so; what it throws is a bug
            throw new IllegalStateException(undeclared);
        }
    }

    /** The platform refuses what is not assigned, and the same later; all else may pass. */
    private static OnwardRefusal refusal(@Nullable Throwable cause, Optional<EntraAnswer> answer) {
        OnwardRefusal refusal = answer.filter(EntraAnswer::isFinal).isPresent()
                ? OnwardRefusal.of(OnwardReason.MISCONFIGURED)
                : OnwardRefusal.unavailable(EntraAnswer.USUAL_WAIT);
        return refusal.because("no token of the managed identity: " + names(cause)
                + answer.map(each -> ", status " + each.status()).orElse(""));
    }

    /** Classes only: a message may quote a request. */
    static String names(@Nullable Throwable cause) {
        return Stream.iterate(cause, each -> each != null, Throwable::getCause)
                .limit(5)
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }
}

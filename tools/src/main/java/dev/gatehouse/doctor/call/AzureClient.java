package dev.gatehouse.doctor.call;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import dev.gatehouse.doctor.call.TokenSource.TokenAcquisition;
import dev.gatehouse.doctor.credential.CredentialSource;
import dev.gatehouse.redaction.Redaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The user or identity that runs the command, through the explicit chain of {@link CredentialSource}. */
public final class AzureClient implements TokenSource {
    private final List<CredentialSource> sources;
    private final Map<String, String> environment;

    public AzureClient(Map<String, String> environment) {
        this.sources = CredentialSource.among(environment);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String words() {
        return sources.stream().map(CredentialSource::words).collect(Collectors.joining(", else "));
    }

    @Override
    public TokenAcquisition token(String scope) {
        try {
            return new TokenAcquisition.Issued(CredentialSource.credential(sources, environment)
                    .getTokenSync(new TokenRequestContext().addScopes(scope))
                    .getToken());
        } catch (CredentialUnavailableException none) {
            return refusedOr(none, "no token from any of these sources: " + words());
        } catch (ClientAuthenticationException refused) {
            return refusedOr(refused, "no token: " + Redaction.of(String.valueOf(refused.getMessage())));
        }
    }

    private static TokenAcquisition refusedOr(RuntimeException fault, String otherwise) {
        String message = String.valueOf(fault.getMessage());
        if (message.contains("AADSTS")) {
            return new TokenAcquisition.Refused(EntraRefusal.of(message.substring(message.indexOf("AADSTS"))));
        }
        throw new NoTokenException(otherwise);
    }
}

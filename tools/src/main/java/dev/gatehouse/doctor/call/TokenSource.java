package dev.gatehouse.doctor.call;

/** A client that requests tokens. */
public interface TokenSource {
    /** Describes the client and its kind of credential for people; never the credential itself. */
    String words();

    /**
     * Requests a token.
     *
     * @param scope such as {@code api://gatehouse-accounts/.default}
     * @throws NoTokenException when the server does not respond, or no credential is available
     */
    TokenAcquisition token(String scope);

    /** The result of a token request. */
    sealed interface TokenAcquisition {
        record Issued(String token) implements TokenAcquisition {
            /** Never contains the token. */
            @Override
            public String toString() {
                return "a token";
            }
        }

        record Refused(EntraRefusal refusal) implements TokenAcquisition {}
    }
}

package dev.gatehouse.doctor.call;

/** The result of a token request. */
public sealed interface TokenAcquisition {
    record Issued(String token) implements TokenAcquisition {
        /** Never contains the token. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    record Refused(EntraRefusal refusal) implements TokenAcquisition {}
}

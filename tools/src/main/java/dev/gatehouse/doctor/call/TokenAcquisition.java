package dev.gatehouse.doctor.call;

/** What a client gets that asks for a token. */
public sealed interface TokenAcquisition {
    record Issued(String token) implements TokenAcquisition {
        /** Never the token. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    record Refused(EntraRefusal refusal) implements TokenAcquisition {}
}

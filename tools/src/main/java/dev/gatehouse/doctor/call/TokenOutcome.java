package dev.gatehouse.doctor.call;

/** What a client gets that asks for a token. */
public sealed interface TokenOutcome {
    record Issued(String token) implements TokenOutcome {
        /** Never the token. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    record Refused(EntraRefusal refusal) implements TokenOutcome {}
}

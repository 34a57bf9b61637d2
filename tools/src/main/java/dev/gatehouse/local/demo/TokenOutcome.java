package dev.gatehouse.local.demo;

/** What a client gets when it asks for a token. */
sealed interface TokenOutcome {
    record Issued(String token) implements TokenOutcome {
        /** Never the token itself. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    /** @param code Entra's, such as {@code AADSTS501051} */
    record Refused(String code) implements TokenOutcome {}
}

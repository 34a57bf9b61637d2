package dev.gatehouse.chain.demo;

/** What a client gets when it asks for a token. */
sealed interface DemoTokenOutcome {
    record Issued(String token) implements DemoTokenOutcome {
        /** Never the token itself. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    /** @param code Entra's, such as {@code AADSTS501051} */
    record Refused(String code) implements DemoTokenOutcome {}
}

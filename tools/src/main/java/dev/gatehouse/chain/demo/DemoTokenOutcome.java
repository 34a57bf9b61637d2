package dev.gatehouse.chain.demo;

/** The result of a token request. */
sealed interface DemoTokenOutcome {
    record Issued(String token) implements DemoTokenOutcome {
        /** Never contains the token. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    /** @param code Entra's, such as {@code AADSTS501051} */
    record Refused(String code) implements DemoTokenOutcome {}
}

package dev.gatehouse.doctor.call;

/** A client that gets tokens. */
public interface TokenSource {
    /** Who asks, and how it proves that, for people; never the proof. */
    String words();

    /**
     * Asks for a token.
     *
     * @param scope such as {@code api://gatehouse-accounts/.default}
     * @throws NoTokenException when nobody answers, or there is nothing to ask with
     */
    TokenAcquisition token(String scope);
}

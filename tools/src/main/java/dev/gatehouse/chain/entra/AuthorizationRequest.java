package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.ReplyAddress.ResponseMode;
import java.util.Optional;
import java.util.Set;

/**
 * A request of a client for a user's sign-in (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow).
 *
 * @param nonce for the ID token
 */
record AuthorizationRequest(
        ReplyAddress reply,
        RequestedAccess access,
        Optional<Pkce> proof,
        Interaction interaction,
        Optional<String> nonce) {
    private static final Set<String> WITHOUT_CODE =
            Set.of("id_token", "token", "id_token token", "token id_token", "code id_token", "id_token code");

    /**
     * What the client wants the user to see.
     *
     * @param prompt empty: only what is needed
     * @param loginHint the name of the user who is expected
     */
    record Interaction(Optional<Prompt> prompt, Optional<String> loginHint) {
        boolean is(Prompt expected) {
            return prompt.filter(expected::equals).isPresent();
        }
    }

    /** The values of {@code prompt}. */
    enum Prompt {
        NONE,
        LOGIN,
        SELECT_ACCOUNT,
        CONSENT;

        static EntraResult<Optional<Prompt>> of(PageRequest request) {
            Optional<String> name = request.parameter("prompt");
            if (name.isEmpty()) {
                return EntraResult.granted(Optional.empty());
            }
            return switch (name.get()) {
                case "none" -> EntraResult.granted(Optional.of(NONE));
                case "login" -> EntraResult.granted(Optional.of(LOGIN));
                case "select_account" -> EntraResult.granted(Optional.of(SELECT_ACCOUNT));
                case "consent" -> EntraResult.granted(Optional.of(CONSENT));
                default -> EntraError.VALUE_UNSUPPORTED.refuse(name.get(), "prompt");
            };
        }
    }

    /** Reads everything but the address, so that the client gets the refusal. */
    static EntraResult<AuthorizationRequest> of(PageRequest request, ReplyAddress reply) {
        return responseType(request)
                .then(type -> responseMode(request))
                .then(mode -> RequestedAccess.ofUser(request.asTokenRequest()))
                .then(access -> Pkce.requested(request).then(proof -> Prompt.of(request)
                        .map(prompt -> new AuthorizationRequest(
                                reply,
                                access,
                                proof,
                                new Interaction(prompt, request.parameter("login_hint")),
                                request.parameter("nonce")))));
    }

    Client client() {
        return Client.of(reply.client(), Client.Proof.NONE);
    }

    private static EntraResult<String> responseType(PageRequest request) {
        return request.required("response_type")
                .then(type -> type.equals("code")
                        ? EntraResult.granted(type)
                        : WITHOUT_CODE.contains(type)
                                ? EntraError.IMPLICIT_OFF.refuse(
                                        type.replace("code", "").trim())
                                : EntraError.RESPONSE_TYPE.refuse(type));
    }

    private static EntraResult<String> responseMode(PageRequest request) {
        String mode = request.parameter("response_mode").orElse("query");
        return ResponseMode.of(mode).isPresent() ? EntraResult.granted(mode) : EntraError.RESPONSE_MODE.refuse(mode);
    }
}

package dev.gatehouse.onward;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.Set;

/**
 * Tokens for other APIs on behalf of the user who calls: the on-behalf-of flow
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow). In a test, a lambda takes its place.
 */
@FunctionalInterface
public interface Onward {

    /**
     * A token for these scopes, or the reason for the refusal. It may take ten seconds, and throws nothing that a caller, Entra or
     * the network causes.
     *
     * @param context that the guard handed to the function
     * @param scopes full names of one API's scopes, such as {@code https://graph.microsoft.com/User.Read}; the contract lists them
     * @throws IllegalStateException where no guard decided on the call, and where the operation is public
     */
    OnwardResult onBehalfOf(ExecutionContext context, Set<String> scopes);

    /**
     * The one of this app, from its app settings and its contract. It never throws: where they have faults, the log names all of
     * them, and every request for a token is refused.
     */
    static Onward ofApp() {
        return OnwardFactory.ofApp();
    }
}

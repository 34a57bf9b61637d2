package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.TokenFormat;

/**
 * The API that a token is requested for.
 *
 * @param requestedAs the GUID or App ID URI the client used, which version 1 tokens repeat
 */
record RequestedApi(AppRegistration api, String requestedAs) {

    TokenFormat format() {
        return api.api().format();
    }

    int version() {
        return format().version();
    }

    /** The {@code aud} claim. */
    String claim() {
        boolean guid = version() == 2 || format().asksFor("aud", "use_guid");
        return guid ? api.clientId() : requestedAs;
    }

    RequestedApi inVersion(int version) {
        return new RequestedApi(api.exposing(api.api().inVersion(version)), requestedAs);
    }
}

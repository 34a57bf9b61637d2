package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.entra.directory.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The token endpoint: tokens for a client itself, on behalf of a user, or after a device code sign-in. */
record TokenEndpoint(
        ClientAuthentication clients,
        TokenIssuer issuer,
        UserAssertion assertions,
        DeviceCodes codes,
        AtomicLong exchanges) {
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    EntraResult<Map<String, Object>> issue(TokenRequest request) {
        return request.required("grant_type").then(grant -> switch (grant) {
            case "client_credentials" -> clients.of(request, true).then(client -> forApp(request, client));
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                clients.of(request, true).then(client -> onBehalfOf(request, client));
            case "device_code", DEVICE_CODE -> clients.of(request, false).then(client -> afterSignIn(request, client));
            default -> EntraError.GRANT_UNSUPPORTED.refuse(grant);
        });
    }

    private EntraResult<Map<String, Object>> forApp(TokenRequest request, Client client) {
        return RequestedAccess.ofApp(request)
                .then(access -> issuer.forApp(client, access.resource()))
                .map(issued -> answer(request).of(issued));
    }

    private EntraResult<Map<String, Object>> onBehalfOf(TokenRequest request, Client client) {
        exchanges.incrementAndGet();
        return request.required("requested_token_use")
                .onlyIf("on_behalf_of"::equals, () -> EntraError.PARAMETER_MISSING.refuse("requested_token_use"))
                .then(use -> request.required("assertion"))
                .then(assertion -> assertions.user(assertion, client))
                .then(user -> RequestedAccess.ofUser(request)
                        .then(access -> issuer.onBehalfOf(client, access, user))
                        .map(issued -> answer(request).of(issued)));
    }

    private EntraResult<Map<String, Object>> afterSignIn(TokenRequest request, Client client) {
        String parameter = request.endpointVersion() == 1 ? "code" : "device_code";
        return request.required(parameter)
                .then(code -> codes.redeem(code, client.principal().clientId()))
                .then(signIn -> forUser(request, client, signIn.access(), signIn.user())
                        .map(body -> withIdentity(body, client, signIn.user())));
    }

    private EntraResult<Map<String, Object>> forUser(
            TokenRequest request, Client client, RequestedAccess access, User user) {
        return issuer.forUser(client, access, user)
                .map(issued -> answer(request).of(issued));
    }

    private TokenResponse answer(TokenRequest request) {
        return new TokenResponse(request.endpointVersion(), issuer.claims().clock());
    }

    private Map<String, Object> withIdentity(Map<String, Object> body, Client client, User user) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put("id_token", issuer.idToken(client, user));
        more.put(
                "client_info", TokenResponse.clientInfo(user, issuer.directory().tenant()));
        return more;
    }

    /** The token endpoint's success response, with the fields of the endpoint's version. */
    private record TokenResponse(int endpointVersion, Clock clock) {

        Map<String, Object> of(MintedToken issued) {
            long seconds = issued.expires() - clock.instant().getEpochSecond() - 1;
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("token_type", "Bearer");
            if (endpointVersion == 1) {
                body.put("expires_in", Long.toString(seconds));
                body.put("ext_expires_in", Long.toString(seconds));
                body.put("expires_on", Long.toString(issued.expires()));
                body.put("not_before", Long.toString(issued.notBefore()));
                body.put("resource", issued.resource());
            } else {
                body.put("expires_in", seconds);
                body.put("ext_expires_in", seconds);
            }
            Object scopes = issued.claims().get("scp");
            if (scopes != null) {
                body.put("scope", qualified(issued.resource(), scopes.toString()));
            }
            body.put("access_token", issued.compact());
            return body;
        }

        /** The client info from which MSAL builds an account. */
        static String clientInfo(User user, Tenant tenant) {
            String json = EntraJson.text(Map.of("uid", user.objectId(), "utid", tenant.id()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        private static String qualified(String resource, String scopes) {
            return Arrays.stream(scopes.split(" "))
                    .map(scope -> resource + "/" + scope)
                    .collect(Collectors.joining(" "));
        }
    }
}

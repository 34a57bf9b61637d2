package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a device without a browser begins a sign-in (RFC 8628 §3.1). */
record DeviceEndpoint(ClientAuthentication clients, TokenIssuer issuer, DeviceCodes codes) {
    /** The host of the address that users are sent to; it leads on to the page. */
    static final String HOST = "microsoft.com";

    private static final String PATH = "/devicelogin";
    private static final String PAGE = "https://" + HOST + PATH;
    private static final int POLL_SECONDS = 1; // Entra uses 5

    EntraResult<Map<String, Object>> begin(TokenRequest request) {
        return clients.of(request, false).then(client -> RequestedAccess.ofUser(request)
                .then(access -> issuer.audience(access.resource()).map(audience -> access))
                .map(access -> answer(codes.begin(client.principal().clientId(), access))));
    }

    /** Leads from the address that is announced to the page, as Microsoft's does. */
    Response lead(Request request) {
        String login = issuer.directory().tenant().cloud().loginHost();
        return request.method().equals("GET") && request.path().equals(PATH)
                ? Response.empty(302).with("Location", "https://" + login + "/common/oauth2/deviceauth")
                : Response.empty(404);
    }

    private static Map<String, Object> answer(DeviceCodes.Codes begun) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_code", begun.user());
        body.put("device_code", begun.device());
        body.put("verification_uri", PAGE);
        body.put("expires_in", DeviceCodes.LIFETIME.toSeconds());
        body.put("interval", POLL_SECONDS);
        body.put(
                "message",
                "To sign in, use a web browser to open the page " + PAGE + " and enter the code " + begun.user()
                        + " to authenticate.");
        return body;
    }
}

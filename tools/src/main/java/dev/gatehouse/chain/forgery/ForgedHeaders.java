package dev.gatehouse.chain.forgery;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The headers in which the layers name the caller to each other, as a malicious client may send them.
 *
 * @param client the application that they name
 * @param principal its object id
 */
public record ForgedHeaders(String client, String principal, List<String> roles) {
    /** No such application or user exists. */
    public static final String SOMEBODY = "5eb0d1e5-0000-4000-8000-00000000f0e9";

    public ForgedHeaders {
        roles = List.copyOf(roles);
    }

    /** They name a caller that does not exist, with every app role of the operations. */
    public static ForgedHeaders ofSomebody(List<Operation> operations) {
        return new ForgedHeaders(
                SOMEBODY,
                SOMEBODY,
                operations.stream()
                        .flatMap(operation -> operation.requirement().stream())
                        .flatMap(needed -> needed.appRoles().stream())
                        .distinct()
                        .toList());
    }

    /** Easy Auth's headers, and the gateway's. */
    public Request on(Request request) {
        return ofEasyAuth(request)
                .with("X-Gatehouse-Caller-App", client)
                .with("X-Gatehouse-Caller-Oid", principal)
                .with("X-Gatehouse-Caller-Roles", String.join(" ", roles));
    }

    /** Easy Auth's headers alone, as for an authenticated caller. */
    public Request ofEasyAuth(Request request) {
        String claims = "{\"auth_typ\":\"aad\",\"claims\":[{\"typ\":\"azp\",\"val\":\"" + client
                + "\"},{\"typ\":\"http://schemas.microsoft.com/identity/claims/objectidentifier\",\"val\":\""
                + principal
                + "\"}],\"name_typ\":\"name\",\"role_typ\":\"roles\"}";
        return request.with(
                        "X-MS-CLIENT-PRINCIPAL",
                        Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)))
                .with("X-MS-CLIENT-PRINCIPAL-ID", principal)
                .with("X-MS-CLIENT-PRINCIPAL-NAME", "somebody")
                .with("X-MS-CLIENT-PRINCIPAL-IDP", "aad");
    }
}

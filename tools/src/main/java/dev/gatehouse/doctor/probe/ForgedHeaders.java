package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The headers in which the layers name the caller to each other, as a malicious client may send them. */
final class ForgedHeaders {
    /** The caller that the headers name; no such application or user exists. */
    static final String SOMEBODY = "5eb0d1e5-0000-4000-8000-00000000f0e9";

    private ForgedHeaders() {}

    /** Easy Auth's headers, as for an authenticated caller. */
    static Request principal(Request request) {
        String principal = "{\"auth_typ\":\"aad\",\"claims\":[{\"typ\":\"azp\",\"val\":\"" + SOMEBODY
                + "\"},{\"typ\":\"http://schemas.microsoft.com/identity/claims/objectidentifier\",\"val\":\"" + SOMEBODY
                + "\"}],\"name_typ\":\"name\",\"role_typ\":\"roles\"}";
        return request.with(
                        "X-MS-CLIENT-PRINCIPAL",
                        Base64.getEncoder().encodeToString(principal.getBytes(StandardCharsets.UTF_8)))
                .with("X-MS-CLIENT-PRINCIPAL-ID", SOMEBODY)
                .with("X-MS-CLIENT-PRINCIPAL-NAME", "somebody")
                .with("X-MS-CLIENT-PRINCIPAL-IDP", "aad");
    }

    /** The gateway's headers, for a caller with every app role of the contract. */
    static Request caller(Request request, List<Operation> operations) {
        return request.with("X-Gatehouse-Caller-App", SOMEBODY)
                .with("X-Gatehouse-Caller-Oid", SOMEBODY)
                .with("X-Gatehouse-Caller-Roles", joined(operations, Requirement::appRoles));
    }

    private static String joined(List<Operation> operations, Function<Requirement, List<String>> part) {
        return operations.stream()
                .flatMap(operation -> operation.requirement().stream())
                .flatMap(needed -> part.apply(needed).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}

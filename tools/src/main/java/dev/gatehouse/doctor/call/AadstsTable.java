package dev.gatehouse.doctor.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Entra's error codes mean for clients of this API, and how to fix the cause. Microsoft may change codes and texts
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes): the table is for people; programs must not branch on it.
 */
public final class AadstsTable {
    private static final String ROWS = """
            501051|the application has no role of the API, and the API requires an assignment|\
            assign one of the API's app roles to the client's service principal or managed identity (the parameter clients of \
            infra; in the portal: API permissions, then admin consent), and keep the assignment requirement on; a \
            managed identity may keep using its cached token for up to 24 hours
            50105|the user is not assigned to the application, which requires an assignment|\
            assign the user, or a group, to the enterprise application
            500011|the resource was not found in the tenant|\
            check the App ID URI in the scope, that the API's registration has this URI and a service principal, and the \
            tenant
            650057|the client's registration does not list the resource among its API permissions|\
            add the permission to the client's registration, then consent
            650056|the client is configured incompletely: the resource is not listed, or consent is missing|\
            add the permission to the client's registration, then have an administrator consent
            65001|consent is missing: neither the user nor an administrator has consented to the client's request|\
            ask the user or an administrator to consent, or add the client to the API's preAuthorizedApplications
            65005|the client requests a resource or scope that its registration does not list|\
            add the resource and the scope to the client's requiredResourceAccess
            90094|only an administrator may consent to the client's request|ask an administrator to consent
            90009|the application requests a token for itself by its App ID URI|\
            use the client id (GUID) as the resource, or create a separate registration for the client
            500131|the user's token in the request was issued for another application|\
            send only tokens whose aud is this application, never a token for another API
            50013|the assertion in the request is invalid: issuer, version, time, format or signature|\
            see the reason in Entra's text; check the assertion's issuer, audience and times
            500133|the assertion in the request has expired or is not yet valid|\
            get a new token, and synchronise this machine's clock
            7000215|the client secret is wrong|\
            use the secret's value, not its id, and URL-encode it if you build the form yourself
            7000222|the client secret has expired|\
            add a new secret; better: a managed identity or a federated credential, which do not expire
            7000218|the client sent no credential|\
            send a secret or a certificate assertion, or make the registration a public client if the program runs on \
            users' machines
            700016|the client application was not found in the tenant|check the client id and the tenant
            7000229|the client application has no service principal in the tenant|\
            create one: az ad sp create --id CLIENT-ID, or ask an administrator to consent
            7000112|the application is disabled|enable it: enterprise application, Properties, Enabled for users to sign in
            700025|the client is a public client but sent a secret or an assertion|\
            remove the secret, or make the registration a confidential client
            700027|the certificate that signed the client's assertion is not registered, or the signature is wrong|\
            upload the certificate to the client's registration, and check which one is used (x5t)
            700022|the scope names several resources|request one RESOURCE/.default at a time
            70001|the application was not found in the tenant, or is disabled|check the client id, the tenant, and that it is enabled
            70002|the client's credentials are wrong|check the secret or certificate, and to which client it belongs
            70003|the grant type is not supported|check the spelling of grant_type: client_credentials for an application
            70011|the scope is invalid|request RESOURCE/.default alone, not together with other scopes
            1002012|an application's scope must end in /.default|\
            request RESOURCE/.default, URL-encoded once
            28002|the scope is missing or invalid|send scope=RESOURCE/.default
            28003|the scope is empty|send scope=RESOURCE/.default
            90002|the tenant was not found|check the tenant id and the cloud (--cloud)
            900023|the tenant name is neither a GUID nor a domain|use the tenant id
            50194|a single-tenant application was used at /common|use the tenant's own endpoint
            9001023|the grant is not supported at /common or /consumers|use the tenant's own endpoint
            900144|a parameter is missing from the request's body|\
            send a form (application/x-www-form-urlencoded) with grant_type, client_id, scope and the client's credential
            901002|the parameter resource was sent to the version 2 endpoint|send scope instead: RESOURCE/.default
            50020|the user belongs to another tenant or identity provider|\
            invite the user as a guest, or sign in with an account of this tenant
            50146|the API maps claims and therefore needs its own signing key|\
            set acceptMappedClaims on its registration, or verify with the metadata of ?appid=API-CLIENT-ID
            501461|the API maps claims, which requires AcceptMappedClaims or its own signing key|\
            set acceptMappedClaims on its registration, or verify with the metadata of ?appid=API-CLIENT-ID
            53003|Conditional Access blocks the token|\
            see the sign-in's Conditional Access tab in Entra, and respond to a claims challenge if there is one
            """;

    private static final Map<Integer, Entry> ENTRIES =
            ROWS.lines().map(Entry::parse).collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));

    /** The explanation of a code without an entry. */
    static final String UNKNOWN = "unknown code; see https://login.microsoftonline.com/error";

    private AadstsTable() {}

    /** One error code. */
    public record Entry(int code, String meaning, String fix) {
        private static Entry parse(String line) {
            String[] parts = line.split("\\|", -1);
            return new Entry(Integer.parseInt(parts[0]), parts[1], parts[2]);
        }
    }

    /** @param code the number after AADSTS */
    public static Optional<Entry> entry(int code) {
        return Optional.ofNullable(ENTRIES.get(code));
    }

    static int size() {
        return ENTRIES.size();
    }
}

package dev.gatehouse.doctor.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Entra's error codes mean for who calls this API, and what to do. Microsoft may change codes and texts
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes): they are for people, never to branch on.
 */
public final class AadstsTable {
    private static final String ROWS = """
            501051|the application has no role of the API, and the API issues tokens only to those that have|\
            assign one of the API's app roles to the client's service principal or managed identity (the parameter clients of \
            infra; in the portal: API permissions, then admin consent), and leave the requirement of an assignment on; a \
            managed identity may go on with the token it has for up to 24 hours
            50105|the user is not assigned to the application, which requires it|\
            assign the user, or a group, to the enterprise application
            500011|no resource of that name is known in the tenant|\
            check the App ID URI in the scope, that the API's registration has it, that it has a service principal, and the \
            tenant
            650057|the client's registration does not list the resource among its API permissions|\
            add the permission to the client's registration, then consent
            650056|the client is configured incompletely: the resource is not listed, or consent is missing|\
            add the permission to the client's registration, then have an administrator consent
            65001|nobody has consented to what the client asks for|\
            have the user or an administrator consent, or list the client in the API's preAuthorizedApplications
            65005|the client asks for something that its registration does not list|\
            add the resource and the scope to the client's requiredResourceAccess
            90094|only an administrator may consent to what the client asks for|have an administrator consent
            90009|the application asks for a token for itself by its App ID URI|\
            ask by the client id (GUID) as the resource, or give the client a registration of its own
            500131|the user's token that was handed in is not meant for the application that hands it in|\
            hand in only tokens whose aud is this very application, never one meant for another API
            50013|the assertion that was handed in is invalid: issuer, version, time, form or signature|\
            look at the reason in Entra's text; check the assertion's issuer, audience and times
            500133|the assertion that was handed in has expired, or is not yet valid|\
            get a fresh token, and set this machine's clock
            7000215|the client secret is wrong|\
            take the secret's value, not its id, and URL-encode it where a form is written by hand
            7000222|the client secret has expired|\
            add a new secret; better: a managed identity or a federated credential, which do not expire
            7000218|the client has sent nothing that proves who it is|\
            send a secret or a certificate's assertion, or make the registration a public client if it is a program on \
            people's machines
            700016|the client application is not known in that tenant|check the client id and the tenant
            7000229|the client application has no service principal in the tenant|\
            make one: az ad sp create --id CLIENT-ID, or have an administrator consent
            7000112|the application is disabled|enable it: enterprise application, Properties, Enabled for users to sign in
            700025|the client is a public one, and has sent a secret or an assertion|\
            leave the secret away, or make the registration a confidential client
            700027|the certificate that signed the client's assertion is not registered, or the signature is wrong|\
            upload the certificate to the client's registration, and check which one is used (x5t)
            700022|the scope names several resources|ask for one RESOURCE/.default at a time
            70001|the application is not known in the tenant, or disabled|check the client id, the tenant, and that it is enabled
            70002|the client's credentials are wrong|check the secret or certificate, and to which client it belongs
            70003|the grant type is not supported|check the spelling of grant_type: client_credentials for an application
            70011|the scope is not valid|ask for RESOURCE/.default alone, not mixed with other scopes
            1002012|an application's scope must end in /.default|\
            ask for RESOURCE/.default, encoded once
            28002|the scope is missing or not valid|send scope=RESOURCE/.default
            28003|the scope is empty|send scope=RESOURCE/.default
            90002|the tenant is not known|check the tenant's id, and the cloud (--cloud)
            900023|the tenant is named by neither a GUID nor a domain|name the tenant by its id
            50194|an application of one tenant was used at /common|use the tenant's own endpoint
            9001023|the grant is not supported at /common or /consumers|use the tenant's own endpoint
            900144|a parameter is missing from the request's body|\
            send a form (application/x-www-form-urlencoded) with grant_type, client_id, scope and the client's proof
            901002|the parameter resource was sent to the version 2 endpoint|send scope instead: RESOURCE/.default
            50020|the user belongs to another tenant or identity provider|\
            invite the user as a guest, or sign in with an account of this tenant
            50146|the API needs a signing key of its own, as its claims are mapped|\
            set acceptMappedClaims on its registration, or verify with the metadata of ?appid=API-CLIENT-ID
            501461|the API maps claims, which needs AcceptMappedClaims or a signing key of its own|\
            set acceptMappedClaims on its registration, or verify with the metadata of ?appid=API-CLIENT-ID
            53003|Conditional Access blocks the token|\
            look at the sign-in's Conditional Access tab in Entra, and answer a claims challenge if there is one
            """;

    private static final Map<Integer, Entry> ENTRIES =
            ROWS.lines().map(Entry::parse).collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));

    /** What is said of a code that has no entry. */
    static final String UNKNOWN = "this code is not in the table: https://login.microsoftonline.com/error explains it";

    private AadstsTable() {}

    /** One code. */
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

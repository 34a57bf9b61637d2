package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.AppRole;
import dev.gatehouse.chain.entra.directory.ClientSecret;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Credentials;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ExposedApi;
import dev.gatehouse.chain.entra.directory.FederatedCredential;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import dev.gatehouse.chain.entra.directory.OptionalClaim;
import dev.gatehouse.chain.entra.directory.Principals;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.entra.directory.TokenFormat;
import dev.gatehouse.chain.entra.directory.User;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A tenant with a version 2 API, a version 1 API that requires assignment, clients, an identity and two people. */
final class Contoso {
    static final String TENANT = "11111111-0000-4000-8000-000000000001";
    static final String ACCOUNTS = "22222222-0000-4000-8000-000000000001";
    static final String LEDGER = "22222222-0000-4000-8000-000000000002";
    static final String BATCH = "33333333-0000-4000-8000-000000000001";
    static final String BATCH_OID = "33333333-0000-4000-8000-00000000aaaa";
    static final String CONSOLE = "33333333-0000-4000-8000-000000000002";
    static final String PORTAL = "33333333-0000-4000-8000-000000000003";
    static final String PORTAL_ORIGIN = "https://portal.contoso.example";
    static final String GATEWAY = "44444444-0000-4000-8000-000000000001";
    static final String GATEWAY_OID = "44444444-0000-4000-8000-00000000aaaa";
    static final String BACKUP = "44444444-0000-4000-8000-000000000002";
    static final String GATEWAY_ARM = "/subscriptions/s/resourcegroups/rg/providers/Microsoft.ManagedIdentity/"
            + "userAssignedIdentities/id-gateway";
    static final String ADA = "55555555-0000-4000-8000-000000000001";
    static final String BOB = "55555555-0000-4000-8000-000000000002";
    static final String SECRET = "a secret & its % signs+=";
    static final String OLD_SECRET = "outlived";

    private Contoso() {}

    static Directory directory(X509Certificate batchCertificate) {
        return new Directory(new Tenant(TENANT, Cloud.PUBLIC), principals(batchCertificate), grants());
    }

    /** The same tenant without one of its users. */
    static Directory without(Directory tenant, String user) {
        Principals all = tenant.principals();
        Grants grants = tenant.grants();
        return new Directory(
                tenant.tenant(),
                new Principals(
                        all.applications(),
                        all.managedIdentities(),
                        all.users().stream()
                                .filter(each -> !each.objectId().equals(user))
                                .toList()),
                new Grants(
                        grants.assignments().stream()
                                .filter(each -> !each.principalObjectId().equals(user))
                                .toList(),
                        grants.consents(),
                        grants.policies()));
    }

    private static Principals principals(X509Certificate batchCertificate) {
        return new Principals(
                Stream.concat(
                                Stream.of(accounts(), ledger(), batch(batchCertificate), console(), portal()),
                                MicrosoftApps.of(Cloud.PUBLIC, List.of("Mail.Read")).stream())
                        .toList(),
                List.of(
                        new ManagedIdentity(GATEWAY, GATEWAY_OID, GATEWAY_ARM),
                        new ManagedIdentity(BACKUP, "44444444-0000-4000-8000-00000000bbbb", GATEWAY_ARM + "-2")),
                List.of(
                        new User(ADA, "Ada Lovelace", "ada@contoso.example", false),
                        new User(BOB, "Bob", "bob_fabrikam.example#EXT#@contoso.example", true)));
    }

    private static AppRegistration accounts() {
        ExposedApi api = new ExposedApi(
                List.of("api://accounts"),
                TokenFormat.version(2),
                List.of(AppRole.forApplications("r1", "Accounts.Read"), AppRole.forUsers("r2", "Accounts.Admin")),
                List.of("accounts.read", "accounts.write"));
        FederatedCredential identity = new FederatedCredential(
                "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                GATEWAY_OID,
                List.of("api://AzureADTokenExchange"));
        return new AppRegistration(
                principal(ACCOUNTS, "Accounts", false),
                api,
                new Credentials(List.of(valid()), List.of(), List.of(identity), false));
    }

    private static AppRegistration ledger() {
        ExposedApi api = new ExposedApi(
                List.of("api://ledger"),
                new TokenFormat(1, List.of(OptionalClaim.of("idtyp"))),
                List.of(AppRole.forApplications("r3", "Ledger.Post"), AppRole.forUsers("r4", "Ledger.User")),
                List.of("ledger.read"));
        return AppRegistration.api(principal(LEDGER, "Ledger", true), api);
    }

    private static AppRegistration batch(X509Certificate certificate) {
        ClientSecret old = new ClientSecret(OLD_SECRET, Instant.parse("2020-01-01T00:00:00Z"));
        return AppRegistration.client(
                        new ServicePrincipal(BATCH, BATCH_OID, "Batch", false),
                        new Credentials(List.of(valid(), old), List.of(certificate), List.of(), false))
                .answeredAt(Redirects.ofWeb("https://batch.contoso.example/signin-oidc"));
    }

    private static AppRegistration portal() {
        return AppRegistration.client(principal(PORTAL, "Portal", false), Credentials.none())
                .answeredAt(Redirects.ofSpa(PORTAL_ORIGIN, PORTAL_ORIGIN + "/Auth"));
    }

    private static AppRegistration console() {
        return AppRegistration.client(principal(CONSOLE, "Console", false), Credentials.publicClientOnly())
                .answeredAt(Redirects.ofPublicClient("http://localhost"));
    }

    private static ServicePrincipal principal(String clientId, String name, boolean assignmentRequired) {
        return new ServicePrincipal(clientId, clientId.replace("-8000-", "-9000-"), name, assignmentRequired);
    }

    private static ClientSecret valid() {
        return new ClientSecret(SECRET, Instant.parse("2999-01-01T00:00:00Z"));
    }

    private static Grants grants() {
        return new Grants(
                List.of(
                        new RoleAssignment(BATCH_OID, ACCOUNTS, "Accounts.Read"),
                        new RoleAssignment(GATEWAY_OID, ACCOUNTS, "Accounts.Read"),
                        new RoleAssignment(GATEWAY_OID, LEDGER, "Ledger.Post"),
                        new RoleAssignment(ADA, ACCOUNTS, "Accounts.Admin"),
                        new RoleAssignment(ADA, LEDGER, "Ledger.User")),
                List.of(
                        new Consent(CONSOLE, ACCOUNTS, List.of("accounts.read"), List.of(ADA)),
                        new Consent(CONSOLE, LEDGER, List.of("ledger.read"), List.of(BOB)),
                        new Consent(ACCOUNTS, LEDGER, List.of("ledger.read"), List.of(ADA)),
                        new Consent(ACCOUNTS, MicrosoftApps.GRAPH, List.of("User.Read"), List.of(Consent.EVERYONE))));
    }
}

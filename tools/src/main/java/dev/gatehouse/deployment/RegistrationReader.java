package dev.gatehouse.deployment;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.AppRole;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Credentials;
import dev.gatehouse.chain.entra.directory.ExposedApi;
import dev.gatehouse.chain.entra.directory.FederatedCredential;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.OptionalClaim;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.chain.entra.directory.TokenFormat;
import dev.gatehouse.guid.Guid;
import java.util.List;

/** Reads registrations and who is assigned their roles, with Entra's defaults for missing values. */
record RegistrationReader(Snapshot snapshot, LocalValues values) {
    /** Assigned to the application without any role (Microsoft Graph, appRoleAssignment). */
    private static final String DEFAULT_ACCESS = Guid.NIL;

    /** Entra's default, where a registration requests no version. */
    private static final int DEFAULT_TOKEN_VERSION = 1;

    private static final String ASSIGNMENT_REQUIRED = "appRoleAssignmentRequired";

    AppRegistration registration(DeployedResource resource) {
        String clientId = RegistrationRefs.clientId(new RegistrationRefs(snapshot).of(resource));
        Properties properties = Properties.of(resource, values)
                .without("uniqueName", "tags", "notes", "description")
                .without("requiredResourceAccess") // what a consent page would ask for: it grants nothing
                .only("signInAudience", "AzureADMyOrg");
        AppRegistration registration = AppRegistration.api(
                        principal(resource, clientId, properties.required("displayName")), exposed(properties))
                .provingBy(Credentials.federated(credentials(resource)))
                .answeredAt(redirects(properties));
        properties.end();
        return registration;
    }

    /** Implicit grants are not read: the local Entra serves none. */
    private static Redirects redirects(Properties properties) {
        Properties web = properties
                .object("web")
                .without("implicitGrantSettings", "homePageUrl", "logoutUrl", "redirectUriSettings");
        return new Redirects(
                properties.object("spa").texts("redirectUris"),
                web.texts("redirectUris"),
                properties.object("publicClient").texts("redirectUris"));
    }

    private List<FederatedCredential> credentials(DeployedResource registration) {
        return snapshot.resources(ResourceTypes.FEDERATED_CREDENTIAL).stream()
                .filter(each -> nameOf(each).startsWith(registration.name() + "/"))
                .map(each -> Properties.of(each, values).without("name"))
                .map(RegistrationReader::credential)
                .toList();
    }

    /** With its registration's; empty where that is not in the deployment, so that it proves no client. */
    private String nameOf(DeployedResource credential) {
        return credential
                .evaluated(values.evaluation())
                .body()
                .at("/properties/name")
                .asText();
    }

    private static FederatedCredential credential(Properties properties) {
        FederatedCredential credential = new FederatedCredential(
                properties.required("issuer"), properties.required("subject"), properties.texts("audiences"));
        properties.without("description").end();
        return credential;
    }

    /** A client's delegated permissions, which are granted in the tenant. */
    Consent consent(DeployedResource resource, List<AppRegistration> applications) {
        Properties properties = Properties.of(resource, values);
        String client = properties.required("clientId");
        String called = properties.required("resourceId");
        List<String> scopes = List.of(properties.required("scope").split(" +"));
        String type = properties.required("consentType");
        String user = type.equals(Consent.EVERYONE) ? Consent.EVERYONE : properties.required("principalId");
        properties.end();
        return new Consent(
                applications.stream()
                        .filter(each -> each.principal().objectId().equals(client))
                        .findFirst()
                        .map(AppRegistration::clientId)
                        .orElseThrow(() -> properties.fault(
                                "clientId", "is not a service principal of this deployment: " + client)),
                new RegistrationRefs(snapshot)
                        .called(called)
                        .or(() -> applications.stream()
                                .filter(each -> each.principal().objectId().equals(called))
                                .findFirst()
                                .map(AppRegistration::clientId))
                        .orElseThrow(() -> properties.fault(
                                "resourceId",
                                "is neither a service principal of this deployment, nor one of the APIs in"
                                        + " requiredResourceAccess: " + called)),
                scopes,
                List.of(user));
    }

    ManagedIdentity identity(DeployedResource resource) {
        Properties.of(resource, values).end();
        return new ManagedIdentity(Identities.clientId(resource), Identities.principalId(resource), resource.id());
    }

    private ServicePrincipal principal(DeployedResource registration, String clientId, String name) {
        return snapshot.resources(ResourceTypes.PRINCIPAL).stream()
                .map(this::principal)
                .filter(each -> each.required("appId").equals(clientId))
                .findFirst()
                .map(each -> new ServicePrincipal(
                        clientId,
                        RegistrationRefs.principalId(clientId),
                        name,
                        each.member(ASSIGNMENT_REQUIRED).flag(false)))
                .orElseThrow(() -> new DeploymentFault(registration.place() + ": has no service principal, "
                        + ResourceTypes.PRINCIPAL + ": Entra would issue no token for it"));
    }

    private Properties principal(DeployedResource resource) {
        Properties properties = Properties.of(resource, values)
                .without("tags", "appId", ASSIGNMENT_REQUIRED)
                .only("accountEnabled", "true");
        properties.end();
        return properties;
    }

    private static ExposedApi exposed(Properties properties) {
        Properties api = properties.object("api").without("knownClientApplications");
        Properties claims = properties.object("optionalClaims").without("idToken", "saml2Token");
        TokenFormat format = new TokenFormat(
                api.member("requestedAccessTokenVersion").number().orElse(DEFAULT_TOKEN_VERSION),
                claims.objects("accessToken").stream()
                        .map(RegistrationReader::claim)
                        .toList());
        return new ExposedApi(
                properties.texts("identifierUris"),
                format,
                properties.objects("appRoles").stream()
                        .flatMap(each -> role(each).stream())
                        .toList(),
                api.objects("oauth2PermissionScopes").stream()
                        .flatMap(each -> scope(each).stream())
                        .toList());
    }

    private static OptionalClaim claim(Properties claim) {
        claim.without("essential", "source");
        return new OptionalClaim(claim.required("name"), claim.texts("additionalProperties"));
    }

    private static List<AppRole> role(Properties role) {
        role.without("displayName", "description");
        AppRole read = new AppRole(role.required("id"), role.required("value"), role.texts("allowedMemberTypes"));
        return role.member("isEnabled").flag(true) ? List.of(read) : List.of();
    }

    private static List<String> scope(Properties scope) {
        scope.without("id", "type", "adminConsentDisplayName", "adminConsentDescription")
                .without("userConsentDisplayName", "userConsentDescription");
        String value = scope.required("value");
        return scope.member("isEnabled").flag(true) ? List.of(value) : List.of();
    }

    /** Who is assigned which role of the applications. */
    RoleAssignment assignment(DeployedResource resource, List<AppRegistration> applications) {
        Properties properties = Properties.of(resource, values);
        String principal = properties.required("principalId");
        String of = properties.required("resourceId");
        String role = properties.required("appRoleId");
        properties.end();
        AppRegistration application = applications.stream()
                .filter(each -> each.principal().objectId().equals(of))
                .findFirst()
                .orElseThrow(
                        () -> properties.fault("resourceId", "is not a service principal of this deployment: " + of));
        if (role.equals(DEFAULT_ACCESS)) {
            return new RoleAssignment(principal, application.clientId(), RoleAssignment.DEFAULT_ACCESS);
        }
        String value = application.api().roles().stream()
                .filter(each -> each.id().equals(role))
                .map(AppRole::value)
                .findFirst()
                .orElseThrow(() -> properties.fault(
                        "appRoleId",
                        "is not a role of " + application.principal().displayName() + ": " + role));
        return new RoleAssignment(principal, application.clientId(), value);
    }
}

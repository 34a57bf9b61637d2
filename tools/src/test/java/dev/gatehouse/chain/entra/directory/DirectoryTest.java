package dev.gatehouse.chain.entra.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
    private static final Tenant TENANT = new Tenant("f0000000-0000-0000-0000-00000000000f", Cloud.PUBLIC);
    private static final ExposedApi API = new ExposedApi(
            List.of("api://orders"),
            TokenFormat.version(2),
            List.of(AppRole.forApplications("r1", "Orders.Read"), AppRole.forUsers("r2", "Orders.Admin")),
            List.of("orders.read"));
    private static final Principals PRINCIPALS = new Principals(
            List.of(
                    AppRegistration.api(new ServicePrincipal("api", "api-oid", "Orders", false), API),
                    AppRegistration.client(
                            new ServicePrincipal("client", "client-oid", "Batch", false), Credentials.none())),
            List.of(new ManagedIdentity("mi", "mi-oid", "/subscriptions/s/id-gateway")),
            List.of(new User("ada", "Ada", "ada@contoso.example", false)));

    @ParameterizedTest
    @CsvSource({
        "client-oid, api,    Orders.Read,  ''",
        "mi-oid,     api,    Orders.Read,  ''",
        "ada,        api,    Orders.Admin, ''",
        "ada,        api,    '',           has no role \"default access\" (only an API without roles has it) for members of type User",
        "ada,        client, '',           ''",
        "client-oid, api,    Orders.Admin, has no role Orders.Admin for members of type Application",
        "ada,        api,    Orders.Read,  has no role Orders.Read for members of type User",
        "client-oid, api,    Orders.Write, has no role Orders.Write",
        "client-oid, client, Orders.Read,  has no role Orders.Read",
        "nobody,     api,    Orders.Read,  unknown principal: nobody",
        "client-oid, none,   Orders.Read,  unknown application: none",
    })
    void takesOnlyAssignmentsThatEntraWouldTake(String principal, String resource, String role, String fault) {
        Grants grants = new Grants(List.of(new RoleAssignment(principal, resource, role)), List.of());
        refuses(PRINCIPALS, grants, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "client, api, orders.read,  ''",
        "client, api, orders.write, has no scope orders.write",
        "none,   api, orders.read,  unknown application: none",
    })
    void takesOnlyConsentsThatEntraWouldTake(String client, String resource, String scope, String fault) {
        Consent consent = new Consent(client, resource, List.of(scope), List.of("ada"));
        refuses(PRINCIPALS, new Grants(List.of(), List.of(consent)), fault);
    }

    @Test
    void refusesAnAppIdUriOfTwoApplications() {
        List<AppRegistration> applications = new ArrayList<>(PRINCIPALS.applications());
        applications.add(AppRegistration.api(new ServicePrincipal("other", "other-oid", "Other", false), API));
        refuses(
                new Principals(applications, List.of(), List.of()),
                new Grants(List.of(), List.of()),
                "App ID URI api://orders is a duplicate");
    }

    @ParameterizedTest
    @CsvSource({"api, true", "api://orders, true", "api://orders/, true", "api://order, false", "API, false"})
    void knowsAResourceByGuidAndAppIdUri(String name, boolean known) {
        Directory directory = new Directory(TENANT, PRINCIPALS, new Grants(List.of(), List.of()));
        assertThat(directory.resource(name).isPresent()).isEqualTo(known);
    }

    @Test
    void givesNoRoleForDefaultAccess() {
        Grants grants =
                new Grants(List.of(new RoleAssignment("mi-oid", "client", RoleAssignment.DEFAULT_ACCESS)), List.of());
        Directory directory = new Directory(TENANT, PRINCIPALS, grants);
        assertThat(directory.isAssigned("mi-oid", "client")).isTrue();
        assertThat(directory.roles("mi-oid", "client")).isEmpty();
    }

    @Test
    void countsAnAdministratorsConsentForEveryUser() {
        Consent consent = new Consent("client", "api", List.of("orders.read"), List.of(Consent.EVERYONE));
        Directory directory = new Directory(TENANT, PRINCIPALS, new Grants(List.of(), List.of(consent)));
        assertThat(directory.scopes("client", "api", "ada")).containsExactly("orders.read");
    }

    @Test
    void namesIssuersAsEachCloudDoes() {
        assertThat(TENANT.issuer(1)).isEqualTo("https://sts.windows.net/" + TENANT.id() + "/");
        assertThat(TENANT.issuer(2)).isEqualTo("https://login.microsoftonline.com/" + TENANT.id() + "/v2.0");
        Tenant china = new Tenant(TENANT.id(), Cloud.CHINA);
        assertThat(china.issuer(1)).isEqualTo("https://sts.chinacloudapi.cn/" + TENANT.id() + "/");
    }

    @Test
    void keepsSecretsOutOfText() {
        ClientSecret secret = new ClientSecret("wide-open", Instant.EPOCH);
        AppRegistration client = PRINCIPALS.applications().get(1).provingBy(Credentials.secret(secret));
        Principals all = new Principals(List.of(client), List.of(), List.of());
        Directory directory = new Directory(TENANT, all, new Grants(List.of(), List.of()));
        assertThat(directory.toString() + secret).doesNotContain("wide-open");
    }

    private static void refuses(Principals principals, Grants grants, String fault) {
        if (fault.isEmpty()) {
            assertThat(new Directory(TENANT, principals, grants).grants()).isEqualTo(grants);
        } else {
            assertThatThrownBy(() -> new Directory(TENANT, principals, grants)).hasMessageContaining(fault);
        }
    }
}

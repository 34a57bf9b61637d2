package dev.gatehouse.chain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.fixtures.SampleContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The snapshots of the infrastructure are those of the demonstration's tenant, clients and users. */
class SnapshotOfTheDemonstrationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path INFRA = Path.of("infra");

    @Test
    void listsTheClientsThatTheDemonstrationAllowsWithTheirRoles() throws IOException {
        Map<String, String> rolesOfClients = new TreeMap<>();
        for (JsonNode client :
                JSON.readTree(INFRA.resolve("demonstration-clients.json").toFile())) {
            rolesOfClients.put(
                    client.get("clientId").asText() + " "
                            + client.get("principalId").asText(),
                    client.get("roles").toString());
        }

        DemoTenant tenant = new DemoTenant(DemoSecret.random(Clock.systemUTC()), SampleContract.read());
        Map<String, String> expected = new TreeMap<>();
        tenant.clientsOfRoles().forEach(client -> expected.put(ids(client), "[\"" + client.name() + "\"]"));
        expected.put(ids(DemoClient.UNASSIGNED), "[]");
        expected.put(ids(DemoClient.DESKTOP), "[]");
        expected.put(
                DemoTenant.managedIdentity().clientId() + " "
                        + DemoTenant.managedIdentity().objectId(),
                "[\"" + tenant.first().orElseThrow().name() + "\"]");
        assertThat(expected).containsAllEntriesOf(rolesOfClients);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "main-validate-jwt", "gateway-identity", "gateway-identity-validate-jwt"})
    void assignsUsersAndIsHeldInTheTenantOfTheDemonstration(String name) throws IOException {
        JsonNode resources =
                JSON.readTree(INFRA.resolve(name + ".snapshot.json").toFile()).get("predictedResources");
        String userRole = idOfTheRoleForUsers(resources);
        Set<String> assigned = new TreeSet<>();
        Set<String> tenants = new TreeSet<>();
        for (JsonNode resource : resources) {
            JsonNode properties = resource.path("properties");
            if (properties.path("appRoleId").asText().equals(userRole)) {
                assigned.add(properties.get("principalId").asText());
            }
            if (resource.path("name").asText().endsWith("/appsettings")) {
                tenants.add(properties.get("GATEHOUSE_TENANT_IDS").asText());
            }
        }

        assertThat(assigned)
                .containsExactlyInAnyOrderElementsOf(
                        DemoUser.all().stream().map(user -> user.objectId()).toList());
        assertThat(tenants).containsExactly(DemoTenant.id("tenant"));
    }

    @Test
    void assignsTheGatewayTheRoleThatTheGuardAsksFor() throws IOException {
        String registrations = Files.readString(INFRA.resolve("registrations.bicep"));

        assertThat(registrations).contains("value: '" + Contract.GATEWAY_ROLE + "'");
    }

    private static String idOfTheRoleForUsers(JsonNode resources) {
        return resources.findValues("appRoles").stream()
                .flatMap(roles -> StreamSupport.stream(roles.spliterator(), false))
                .filter(role -> role.get("allowedMemberTypes").toString().equals("[\"User\"]"))
                .map(role -> role.get("id").asText())
                .reduce((one, other) -> {
                    throw new AssertionError("there are two roles for users");
                })
                .orElseThrow();
    }

    private static String ids(DemoClient client) {
        return client.clientId() + " " + client.principal().objectId();
    }
}

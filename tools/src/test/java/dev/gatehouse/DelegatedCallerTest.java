package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.fixtures.SampleClients;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.test.TestContext;
import dev.gatehouse.test.TestRequest;
import dev.gatehouse.test.TestResponse;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow in which the gateway calls with an identity of its own: whom the guard believes, and what it checks again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegatedCallerTest {
    private static final String APP = "11111111-2222-3333-4444-555555555555";
    private static final String OID = "66666666-7777-8888-9999-000000000000";

    private RunningEntra entra;
    private Map<String, String> settings;

    @BeforeAll
    void start(@TempDir Path folder) {
        entra = RunningEntra.start(folder, Clock.systemUTC(), Snapshots.GATEWAY_IDENTITY);
        settings = entra.appSettings();
    }

    @AfterAll
    void stop() {
        entra.close();
    }

    @ParameterizedTest(name = "[{index}] {0}: roles {1}, scopes {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "listAccounts, Accounts.Read, '', 200, none",
                "listAccounts, 'Accounts.Provision Accounts.Read', '', 200, none",
                "listAccounts, '', accounts.read, 200, none",
                "listAccounts, '', 'profile.read accounts.read', 200, none",
                "listAccounts, Accounts.Provision, '', 403, role-missing",
                "listAccounts, Accounts.ReadWrite, '', 403, role-missing",
                "listAccounts, '', '', 403, role-missing",
                "listAccounts, Gateway.Invoke, '', 403, role-missing",
                "listAccounts, Accounts.Read, profile.read, 403, scope-missing",
                "provisionAccount, Accounts.Read, '', 403, role-missing",
                "provisionAccount, '', accounts.read, 403, scope-missing",
            })
    void checksTheOperationAgainForTheCallerOfTheGateway(
            String function, String roles, String scopes, int status, String reason) {
        HttpResponseMessage response =
                call(function, forwarding(gateway(), APP, OID, roles, scopes), new ArrayList<>());

        assertThat(response.getStatusCode()).isEqualTo(status);
        if (reason != null) {
            assertThat(TestResponse.errorCode(response)).isEqualTo(reason);
        }
    }

    @Test
    void tellsTheFunctionBothTheGatewayAndItsCaller() {
        List<Caller> admitted = new ArrayList<>();

        call("listAccounts", forwarding(gateway(), APP, OID, "Accounts.Read", ""), admitted);

        assertThat(admitted).singleElement().satisfies(caller -> {
            assertThat(caller.objectId()).isEqualTo(OID);
            assertThat(caller.client()).isEqualTo(APP);
            assertThat(caller.roles()).containsExactly("Accounts.Read");
            assertThat(caller.actor()).hasValueSatisfying(actor -> assertThat(actor.objectId())
                    .isEqualTo(settings.get(Settings.FORWARDING_GATEWAY)));
        });
    }

    @Test
    void logsBoth() throws IOException {
        TestContext context = new TestContext("listAccounts");

        guard(settings).admit(forwarding(gateway(), APP, OID, "", ""), context, caller -> served());

        var line = new ObjectMapper().readTree(context.log().get(0).replaceFirst("^[A-Z]+ ", ""));
        assertThat(line.get("oid").asText()).isEqualTo(settings.get(Settings.FORWARDING_GATEWAY));
        assertThat(line.at("/onBehalfOf/client").asText()).isEqualTo(APP);
        assertThat(line.at("/onBehalfOf/oid").asText()).isEqualTo(OID);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, " + OID,
                APP + ", none",
                "'', " + OID,
                "nonsense, " + OID,
                "'" + APP + "," + APP + "', " + OID,
                APP + ", '" + OID + " '",
            })
    void refusesAGatewayThatDoesNotSayForWhomItCalls(String app, String oid) {
        HttpResponseMessage response =
                call("listAccounts", forwarding(gateway(), app, oid, "Accounts.Read", ""), new ArrayList<>());

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(TestResponse.errorCode(response)).isEqualTo("forwarded-caller-malformed");
    }

    /** The host joins a header that came twice with a comma. */
    @ParameterizedTest(name = "[{index}] roles {0}, scopes {1}")
    @CsvSource({
        "'Accounts.Read,Accounts.Read', ''",
        "'Accounts.Provision,Accounts.Read', ''",
        "'Other,Accounts.Provision Accounts.Read', ''",
        "'Accounts.Provision Accounts.Read Accounts.Provision', ''",
        "' Accounts.Read', ''",
        "'Accounts.Read ', ''",
        "'Accounts.Read  Accounts.Provision', ''",
        "',Accounts.Read', ''",
        "'Accounts.Read,', ''",
        "',', ''",
        "'Accounts.Read,,Accounts.Provision', ''",
        "'Accounts.Read, Accounts.Provision', ''",
        "'', 'accounts.read,accounts.read'",
        "'', 'profile.read,accounts.read'",
        "'', ',accounts.read'",
        "'', 'accounts.read accounts.read'",
        "'', 'accounts.read  profile.read'",
    })
    void refusesListsThatWereJoinedOrAreNone(String roles, String scopes) {
        HttpResponseMessage response =
                call("listAccounts", forwarding(gateway(), APP, OID, roles, scopes), new ArrayList<>());

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(TestResponse.errorCode(response)).isEqualTo("forwarded-caller-malformed");
    }

    @Test
    void refusesAGatewayWithoutItsRole() {
        String token = gatewayDraft().withoutClaim("roles").compact();

        HttpResponseMessage response =
                call("listAccounts", forwarding(token, APP, OID, "Accounts.Read", ""), new ArrayList<>());

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(TestResponse.errorCode(response)).isEqualTo("role-missing");
    }

    /** Allowed to call, but not the gateway: what it says of others is not even read. */
    @Test
    void ignoresTheHeadersOfAnybodyElse() {
        Map<String, String> open = new HashMap<>(settings);
        open.put(Settings.ALLOWED_CLIENTS, SampleClients.READER.clientId());
        open.put(Settings.ALLOWED_PRINCIPALS, "any");
        TokenDraft reader = entra.entra().forge().app(SampleClients.READER.clientId(), entra.apiClientId());
        List<Caller> admitted = new ArrayList<>();
        Guard guard = guard(open);

        HttpResponseMessage refused = guard.admit(
                forwarding(reader.compact(), APP, OID, "Accounts.Read", "accounts.read"),
                new TestContext("listAccounts"),
                caller -> served());
        guard.admit(
                forwarding(reader.claim("roles", List.of("Accounts.Read")).compact(), APP, OID, "", ""),
                new TestContext("listAccounts"),
                caller -> {
                    admitted.add(caller);
                    return served();
                });

        assertThat(refused.getStatusCode()).isEqualTo(403);
        assertThat(admitted).extracting(Caller::actor).containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEHOUSE_ALLOWED_CLIENTS", "GATEHOUSE_ALLOWED_PRINCIPALS"})
    void wantsTheGatewaysClientIdAndItsObjectId(String setting) {
        Map<String, String> other = new HashMap<>(settings);
        other.put(setting, APP);

        HttpResponseMessage response = guard(other)
                .admit(
                        forwarding(gateway(), APP, OID, "Accounts.Read", ""),
                        new TestContext("listAccounts"),
                        caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(403);
    }

    private HttpResponseMessage call(String function, TestRequest<Optional<String>> request, List<Caller> admitted) {
        TestRequest<Optional<String>> sent =
                function.equals("provisionAccount") ? request.withMethod(HttpMethod.POST) : request;
        return guard(settings).admit(sent, new TestContext(function), caller -> {
            admitted.add(caller);
            return served();
        });
    }

    private static TestRequest<Optional<String>> forwarding(
            String token, String app, String oid, String roles, String scopes) {
        TestRequest<Optional<String>> request = TestRequest.get("accounts").bearing(token);
        request = app == null ? request : request.withHeader("x-gatehouse-caller-app", app);
        request = oid == null ? request : request.withHeader("x-gatehouse-caller-oid", oid);
        return request.withHeader("x-gatehouse-caller-roles", roles).withHeader("x-gatehouse-caller-scopes", scopes);
    }

    private static HttpResponseMessage served() {
        return TestRequest.get("accounts").createResponseBuilder(HttpStatus.OK).build();
    }

    private String gateway() {
        return gatewayDraft().compact();
    }

    private TokenDraft gatewayDraft() {
        return entra.entra()
                .forge()
                .managedIdentity(entra.deployment().gatewayIdentities().get(0), entra.apiClientId());
    }

    private Guard guard(Map<String, String> environment) {
        Settings read = ((Settings.Reading.Valid) Settings.read(environment)).settings();
        Contract contract = ((ContractResult.Valid) ContractReader.readOwn()).contract();
        TokenPolicy policy = read.tokenPolicy(contract);
        TrustedIssuers issuers = new TrustedIssuers(read.loginEndpoint(), policy);
        Clock clock = Clock.systemUTC();
        IssuerKeys keys = new IssuerKeys(entra.documents(), clock, Runnable::run, notice -> {});
        Verifier verifier = new Verifier(issuers, new SignatureCheck(keys), policy, clock);
        return new Guard(Authorizer.by(contract, verifier, read.forwardingGateway()), contract.api(), () -> true);
    }
}

package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.TokenForge;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.fixtures.SampleClients;
import dev.gatehouse.fixtures.Snapshots;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The flow in which the gateway calls with its own identity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIdentityExaminationTest {
    private RunningEntra running;
    private Clock clock;
    private TokenForge forge;

    @BeforeAll
    void start(@TempDir Path folder) {
        clock = new MovableClock(Instant.now());
        running = RunningEntra.start(folder, clock, Snapshots.GATEWAY_IDENTITY);
        forge = running.entra().forge();
    }

    @AfterAll
    void end() {
        running.close();
    }

    @Test
    void judgesACallersTokenAtTheGatewayOnlyAsNobodyElseSeesIt() {
        String token = caller(running.deployment().registrations().front().clientId());

        Diagnosis diagnosis = Examined.diagnosis(Examined.online(running, clock), token);

        assertThat(diagnosis.layer(Layer.GATEWAY).admitted()).contains(true);
        assertThat(diagnosis.layer(Layer.EASY_AUTH).seen()).isFalse();
        assertThat(diagnosis.layer(Layer.GUARD).seen()).isFalse();
        assertThat(diagnosis.admitted()).contains(true);
        assertThat(diagnosis.operations()).anyMatch(OperationReport::isRefused).anyMatch(each -> !each.isRefused());
    }

    @Test
    void refusesACallersTokenForTheFunction() {
        Diagnosis diagnosis = Examined.diagnosis(Examined.online(running, clock), caller(running.apiClientId()));

        assertThat(diagnosis.firstRefusing().flatMap(LayerReport::firstRefused).map(RuleReport::reason))
                .contains("TokenAudienceNotAllowed");
    }

    @Test
    void namesARoleThatTheGatewaysHeadersCannotCarry() {
        String token = forge.app(
                        SampleClients.READER.clientId(),
                        running.deployment().registrations().front().clientId())
                .claim("roles", List.of("Accounts.Read", "Accounts.R\u00e9ad"))
                .compact();

        Diagnosis diagnosis = Examined.diagnosis(Examined.online(running, clock), token);

        assertThat(diagnosis.firstRefusing().flatMap(LayerReport::firstRefused)).hasValueSatisfying(rule -> {
            assertThat(rule.reason()).isEqualTo("caller-not-nameable");
            assertThat(rule.fix()).contains("claims mapping policy");
        });
    }

    @Test
    void judgesTheGatewaysOwnTokenWhereTheGatewaySendsIt() {
        Diagnosis diagnosis = Examined.diagnosis(Examined.online(running, clock), ofGateway());

        assertThat(diagnosis.layer(Layer.GATEWAY).seen()).isFalse();
        assertThat(diagnosis.layer(Layer.EASY_AUTH).admitted()).contains(true);
        assertThat(diagnosis.layer(Layer.GUARD).admitted()).contains(true);
        assertThat(diagnosis.operations()).isEmpty();
    }

    @Test
    void takesNobodyForTheGatewayByItsRoleAlone() {
        String token = forge.app(SampleClients.READER.clientId(), running.apiClientId())
                .claim("roles", List.of("Gateway.Invoke"))
                .compact();

        Diagnosis diagnosis = Examined.diagnosis(Examined.online(running, clock), token);

        assertThat(diagnosis.layer(Layer.GUARD).seen()).isFalse();
        assertThat(diagnosis.admitted()).contains(false);
    }

    @Test
    void comparesWithNoIdThatOnlyAzureKnows() {
        LayerConfiguration azure = LayerConfiguration.azure(Examined.contract(), running.deployment());
        String foreign = forge.app(SampleClients.READER.clientId(), running.apiClientId())
                .claim("aud", "12345678-1234-4234-8234-123456789012")
                .compact();

        LayerReport gateway =
                Examined.diagnosis(Examined.offline(azure, clock), foreign).layer(Layer.GATEWAY);

        assertThat(gateway.firstRefused()).isEmpty();
        assertThat(gateway.admitted()).isEmpty();
        assertThat(gateway.rules())
                .filteredOn(rule -> rule.rule().endsWith("audience (aud)"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.passed()).isEqualTo(Optional.empty());
                    assertThat(rule.result().expected()).doesNotContain("-");
                    assertThat(rule.fix()).contains("--named-values");
                });
    }

    private String caller(String audience) {
        return forge.app(SampleClients.READER.clientId(), audience).compact();
    }

    private String ofGateway() {
        return forge.managedIdentity(running.deployment().gatewayIdentities().get(0), running.apiClientId())
                .compact();
    }
}

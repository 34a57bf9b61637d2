package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.doctor.token.Examined;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenKit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation that lists a role for users beside its scope, at every door and in both flows. */
class RequirementIT {
    private static final String BEFORE = "\"roles\": [\"Accounts.Read\"], \"scopes\": [\"accounts.read\"]";
    private static final String WITH_USER_ROLE =
            "\"roles\": [\"Accounts.Read\", \"Accounts.User\"], \"scopes\": [\"accounts.read\"]";

    @ParameterizedTest
    @ValueSource(strings = {Snapshots.MAIN, Snapshots.GATEWAY_IDENTITY})
    void wantsBothOfAUser(String name, @TempDir Path project) throws IOException {
        String contract = Files.readString(Path.of("contract/security.json")).replace(BEFORE, WITH_USER_ROLE);
        StagedCopy.in(project).withContract(contract);
        Map<String, List<String>> tokens = Map.of(
                "the scope alone", List.of("accounts.read", ""),
                "the scope and an app's role", List.of("accounts.read", "Accounts.Read"),
                "the role alone", List.of("profile.read", "Accounts.User"),
                "neither", List.of("profile.read", ""),
                "both", List.of("accounts.read", "Accounts.User"));
        Map<String, String> missing = Map.of(
                "the scope alone", "role-missing",
                "the scope and an app's role", "role-missing",
                "the role alone", "scope-missing",
                "neither", "role-missing");

        try (RunningChain running = RunningChain.start(snapshot(name, contract), project)) {
            tokens.forEach((row, held) -> {
                String wrong = missing.getOrDefault(row, "");
                String gateway = wrong.isEmpty() ? "" : "requirement-not-met";
                assertThat(answered(running, RunningChain::atGateway, held))
                        .as(row)
                        .isEqualTo(verdict(gateway));
                if (running.chain().deployment().flow() == Flow.CALLER_TOKEN) {
                    assertThat(answered(running, RunningChain::atFunctionApp, held))
                            .as(row)
                            .isEqualTo(verdict(wrong));
                    assertThat(answered(running, RunningChain::atHost, held))
                            .as(row)
                            .isEqualTo(verdict(wrong));
                }
            });
        }
    }

    private static String verdict(String reason) {
        return reason.isEmpty() ? "200 " : "403 " + reason;
    }

    private static String answered(
            RunningChain running, BiFunction<RunningChain, Request, DemoCaller.Answered> door, List<String> held) {
        TokenKit kit = running.kit();
        String front = running.chain().deployment().registrations().front().clientId();
        TokenDraft user =
                new TokenKit(kit.forge(), kit.tenant(), front, kit.now()).user().claim("scp", held.get(0));
        String token = held.get(1).isEmpty()
                ? user.withoutClaim("roles").compact()
                : user.claim("roles", List.of(held.get(1))).compact();
        DemoCaller.Answered answered =
                door.apply(running, Request.get("/accounts").with("Authorization", "Bearer " + token));
        return answered.response().status() + " " + answered.reason();
    }

    /** What the deployment would fill in for the changed contract. */
    private static Snapshot snapshot(String name, String contract) {
        Contract changed =
                ((ContractResult.Valid) ContractReader.read(contract.getBytes(StandardCharsets.UTF_8))).contract();
        return Edited.of(name)
                .policy("operation", Pattern.quote(text(Examined.contract())), Matcher.quoteReplacement(text(changed)))
                .snapshot();
    }

    private static String text(Contract contract) {
        Requirement requirement =
                contract.operation("listAccounts").orElseThrow().requirement().orElseThrow();
        return new RequirementExpression(requirement).text();
    }
}

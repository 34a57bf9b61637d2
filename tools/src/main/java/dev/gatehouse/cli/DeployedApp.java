package dev.gatehouse.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.host.RoutePrefix;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.contract.BrowserOrigins;
import dev.gatehouse.deployment.contract.ContractDeployment;
import dev.gatehouse.deployment.contract.DeployedClients;
import dev.gatehouse.deployment.contract.PolicyTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the chain is started from: an app, and the deployment that its contract makes of a snapshot.
 *
 * @param tenant of the demonstration, whose clients the deployment allows
 * @param appSettings the app's own
 * @param stale what the project's snapshot has otherwise
 */
record DeployedApp(
        AppToStart folder,
        DemoTenant tenant,
        Deployment deployment,
        Map<String, String> appSettings,
        List<String> stale) {
    private static final int SHOWN = 3;

    /** Settings that only Core Tools need, or that decide about the host itself. */
    private static final List<String> OF_THE_HOST =
            List.of("FUNCTIONS_", "AzureWebJobsStorage", "AzureWebJobsSecretStorage");

    static DeployedApp of(AppToStart folder, SnapshotChoice choice, UserApps apps, DemoSecret secret) {
        Contract contract = withOneVersion(folder, folder.readContract());
        Snapshot base = choice.snapshot(folder.project());
        PolicyTexts policies = choice.isFile() ? PolicyTexts.ofSnapshot() : PolicyTexts.ofProject(folder.project());
        Snapshot derived = new ContractDeployment(contract, RoutePrefix.of(folder.staging()), policies).of(base);
        DemoTenant tenant = new DemoTenant(secret, contract, apps.redirects());
        Snapshot callable = BrowserOrigins.allow(derived, apps.origins());
        boolean isOwn = choice.isFile() || choice.isOf(folder.project());
        return new DeployedApp(
                folder,
                tenant,
                Deployment.of(DeployedClients.allow(callable, tenant.allowed())),
                isOwn ? Map.of() : localSettings(folder.project()),
                isOwn ? ContractDeployment.differences(base, derived) : List.of());
    }

    /** Easy Auth is configured with one issuer, and each token version has a different issuer. */
    private static Contract withOneVersion(AppToStart folder, Contract contract) {
        if (contract.tokenVersions().size() > 1) {
            throw new UserInputException(folder.contract()
                    + " /tokenVersions: the function accepts both versions, but Easy Auth in front of it accepts"
                    + " one issuer only and would reject every token of version "
                    + contract.tokenVersions().get(1) + "; keep one version to start the chain");
        }
        return contract;
    }

    /**
     * One line for each thing that is not up to date.
     *
     * @param isError whether they stop the start
     * @throws UserInputException with all of them, where they do
     */
    List<String> differences(boolean isError) {
        List<String> lines = new ArrayList<>();
        if (!stale.isEmpty()) {
            List<String> shown = isError ? stale : stale.subList(0, Math.min(SHOWN, stale.size()));
            String more = shown.size() < stale.size() ? ", and " + (stale.size() - shown.size()) + " more" : "";
            lines.add(deployment.snapshot() + " differs from contract and policies, which are used instead: "
                    + String.join(", ", shown) + more + "; " + Snapshot.COMMAND + " writes it again");
        }
        if (!folder.isBuiltFromContract()) {
            lines.add("the staged app was built from another contract than " + folder.contract()
                    + ", so gateway and guard may disagree; build it again: mvn package");
        }
        if (isError && !lines.isEmpty()) {
            throw new UserInputException(String.join("\n", lines));
        }
        return lines;
    }

    /** The values of {@code local.settings.json}, as Core Tools would give them; without a file, none. */
    private static Map<String, String> localSettings(Path project) {
        Path file = project.resolve("local.settings.json");
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            ObjectMapper json = new ObjectMapper().configure(JsonParser.Feature.ALLOW_COMMENTS, true);
            Map<String, String> settings = new TreeMap<>();
            JsonNode values = json.readTree(file.toFile()).path("Values");
            values.fieldNames().forEachRemaining(name -> {
                if (OF_THE_HOST.stream().noneMatch(name::startsWith)) {
                    settings.put(name, values.get(name).asText());
                }
            });
            return settings;
        } catch (JsonProcessingException malformed) {
            throw new UserInputException(file + ", line "
                    + malformed.getLocation().getLineNr() + ": is not valid JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Never the values of settings. */
    @Override
    public String toString() {
        return "the deployment of " + folder.staging();
    }
}

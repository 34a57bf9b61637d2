package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.doctor.token.Diagnosis;
import dev.gatehouse.doctor.token.Examination;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.doctor.token.PastedInput;
import dev.gatehouse.keys.IssuerKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Collects the configuration that a token is checked against. */
record TokenExamination(Path project, DeployedValues deployed, boolean online, Clock clock) {

    Diagnosis of(PastedInput.OneToken token, Snapshot snapshot, Optional<String> operation) {
        Contract contract = ProjectContract.read(project);
        Deployment deployment = Deployment.of(snapshot);
        IssuerSource source = new IssuerSource(project, clock);
        Optional<IssuerKeys> local = source.ofRunningChain(token.token(), deployment);
        LayerConfiguration setup = local.isPresent()
                ? LayerConfiguration.local(contract, deployment)
                : LayerConfiguration.azure(contract, deployment);
        IssuerKeys keys = local.orElseGet(() -> source.keys(source.documents(online)));
        String compared = (local.isPresent()
                        ? "It was issued by the running local chain, and is compared with "
                        : "It is compared with ")
                + snapshot.name() + deployed.told() + ".";
        return new Examination(deployed.in(setup, deployment), keys, clock)
                .of(remarked(token.and(compared)), operation);
    }

    private PastedInput.OneToken remarked(PastedInput.OneToken token) {
        return deployed.remarks().stream().reduce(token, PastedInput.OneToken::and, (one, other) -> other);
    }
}

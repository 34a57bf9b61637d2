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
import java.util.ArrayList;
import java.util.List;
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
        List<String> remarks = new ArrayList<>(token.remarks());
        remarks.add((local.isPresent()
                        ? "It was issued by the running local chain, and is compared with "
                        : "It is compared with ")
                + snapshot.name() + deployed.told() + ".");
        return new Examination(deployed.in(setup, deployment), keys, clock)
                .of(new PastedInput.OneToken(token.token(), remarks), operation);
    }
}

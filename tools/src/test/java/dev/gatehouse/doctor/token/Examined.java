package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.IssuerKeys;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Examinations of tokens of the local Entra. */
public final class Examined {
    private Examined() {}

    public static Examination online(RunningEntra running, Clock clock) {
        return with(running.documents(), LayerConfiguration.local(contract(), running.deployment()), clock);
    }

    public static Examination offline(LayerConfiguration setup, Clock clock) {
        DocumentFetcher nowhere = address -> {
            throw new IOException("no request is sent");
        };
        return with(nowhere, setup, clock);
    }

    public static dev.gatehouse.contract.Contract contract() {
        return ((ContractResult.Valid) ContractReader.readOwn()).contract();
    }

    public static Diagnosis diagnosis(Examination examination, String token) {
        return examination.of((PastedInput.OneToken) PastedInput.read(token), Optional.empty());
    }

    /** The first reason that the layer is said to refuse with, for the token or an operation; empty where it refuses none. */
    public static String refusal(Diagnosis diagnosis, Layer layer) {
        Stream<RuleReport> operations = diagnosis.operations().stream()
                .flatMap(report -> report.rules().stream())
                .filter(rule -> rule.rule().startsWith(layer.title() + ":"));
        return Stream.concat(diagnosis.layer(layer).rules().stream(), operations)
                .filter(RuleReport::isRefused)
                .map(RuleReport::reason)
                .findFirst()
                .orElse("");
    }

    private static Examination with(DocumentFetcher documents, LayerConfiguration setup, Clock clock) {
        return new Examination(setup, new IssuerKeys(documents, clock, Runnable::run, notice -> {}), clock);
    }
}

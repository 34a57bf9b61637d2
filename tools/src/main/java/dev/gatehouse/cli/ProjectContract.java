package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The contract of the current project. */
final class ProjectContract {
    private ProjectContract() {}

    /** Easy Auth is configured with one issuer, and each token version has a different issuer. */
    private static Contract withOneVersion(Path file, Contract contract) {
        if (contract.tokenVersions().size() > 1) {
            throw new UserInputException(
                    file + " /tokenVersions: the function accepts both versions, but Easy Auth in front of it accepts"
                            + " one issuer only and would reject every token of version "
                            + contract.tokenVersions().get(1) + "; keep one version to start the chain");
        }
        return contract;
    }

    /** @throws UserInputException that lists every error in the contract */
    static Contract read(Path project) {
        Path file = project.resolve("contract/security.json");
        try {
            ContractResult reading = ContractReader.read(Files.readAllBytes(file));
            if (reading instanceof ContractResult.Valid valid) {
                return withOneVersion(file, valid.contract());
            }
            throw new UserInputException(((ContractResult.Faulty) reading)
                    .faults().stream().map(fault -> file + " " + fault).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}

package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The contract of the project that the command runs in. */
final class ProjectContract {
    private ProjectContract() {}

    /** Easy Auth is configured with one issuer, and each version has its own. */
    private static Contract withOneVersion(Path file, Contract contract) {
        if (contract.tokenVersions().size() > 1) {
            throw new UserInputException(
                    file + " /tokenVersions: the function accepts both, but Easy Auth in front of it knows"
                            + " one issuer only, and would refuse every token of version "
                            + contract.tokenVersions().get(1) + "; keep one version to start the chain");
        }
        return contract;
    }

    /** @throws UserInputException listing every fault */
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

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

    /** @throws UserInputException that lists every error in the contract */
    static Contract read(Path project) {
        Path file = project.resolve("contract/security.json");
        try {
            ContractResult reading = ContractReader.read(Files.readAllBytes(file));
            if (reading instanceof ContractResult.Valid valid) {
                return valid.contract();
            }
            throw new UserInputException(((ContractResult.Faulty) reading)
                    .faults().stream().map(fault -> file + " " + fault).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}

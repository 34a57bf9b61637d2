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
            return of(Files.readAllBytes(file), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /**
     * @param place names it in messages
     * @throws UserInputException that lists every error in the contract
     */
    static Contract of(byte[] json, Path place) {
        ContractResult reading = ContractReader.read(json);
        if (reading instanceof ContractResult.Valid valid) {
            return valid.contract();
        }
        throw new UserInputException(((ContractResult.Faulty) reading)
                .faults().stream().map(fault -> place + " " + fault).collect(Collectors.joining("\n")));
    }
}

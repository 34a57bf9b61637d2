package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The contract of the project that the command runs in. */
final class ProjectContract {
    private ProjectContract() {}

    /** @throws FaultyInput listing every fault */
    static Contract read(Path project) {
        Path file = project.resolve("contract/security.json");
        try {
            ContractReading reading = ContractReader.read(Files.readAllBytes(file));
            if (reading instanceof ContractReading.Valid valid) {
                return valid.contract();
            }
            throw new FaultyInput(((ContractReading.Faulty) reading)
                    .faults().stream().map(fault -> file + " " + fault).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}

package dev.gatehouse.check.input;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts of the projects that files belong to, each read once. */
final class Contracts {
    private static final String FILE = "contract/security.json";

    private final Map<Path, Optional<Contract>> read = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** That of the nearest folder upwards which has one. */
    Optional<Contract> of(Path file) {
        for (Path folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            Path contract = folder.resolve(FILE);
            if (Files.isRegularFile(contract)) {
                return read.computeIfAbsent(contract, this::read);
            }
        }
        return Optional.empty();
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    private Optional<Contract> read(Path file) {
        try {
            ContractReading reading = ContractReader.read(Files.readAllBytes(file));
            if (reading instanceof ContractReading.Valid valid) {
                return Optional.of(valid.contract());
            }
            ((ContractReading.Faulty) reading)
                    .faults()
                    .forEach(fault -> unreadable.add(new Unreadable(file.toString(), fault.toString())));
        } catch (IOException failed) {
            unreadable.add(new Unreadable(file.toString(), "cannot be read"));
        }
        return Optional.empty();
    }
}

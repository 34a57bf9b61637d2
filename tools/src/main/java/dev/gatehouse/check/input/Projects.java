package dev.gatehouse.check.input;

import dev.gatehouse.chain.host.RoutePrefix;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The projects that files belong to, each read once. */
public final class Projects {
    private static final String CONTRACT = "contract/security.json";
    private static final String POLICIES = "infra/policies";

    private final Map<Path, Optional<Project>> read = new LinkedHashMap<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();

    /** The project of the nearest parent folder with a contract. */
    Optional<Project> of(Path file) {
        for (Path folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(CONTRACT))) {
                return read.computeIfAbsent(folder, this::read);
            }
        }
        return Optional.empty();
    }

    /** A project with policies, whose contract has been read. */
    public static Project read(Path folder, Contract contract) {
        Map<String, String> policies = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(POLICIES), "*.xml")) {
            for (Path file : files) {
                policies.put(String.valueOf(file.getFileName()), FileText.of(Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the policies in " + folder.resolve(POLICIES) + " cannot be read", unreadable);
        }
        return new Project(contract, policies, RoutePrefix.of(folder));
    }

    List<UnreadableFile> unreadable() {
        return List.copyOf(unreadable);
    }

    private Optional<Project> read(Path folder) {
        Path file = folder.resolve(CONTRACT);
        try {
            ContractResult reading = ContractReader.read(Files.readAllBytes(file));
            if (reading instanceof ContractResult.Valid valid) {
                return Optional.of(
                        Files.isDirectory(folder.resolve(POLICIES))
                                ? read(folder, valid.contract())
                                : new Project(valid.contract(), Map.of(), RoutePrefix.of(folder)));
            }
            ((ContractResult.Faulty) reading)
                    .faults()
                    .forEach(fault -> unreadable.add(new UnreadableFile(file.toString(), fault.toString())));
        } catch (IOException | UncheckedIOException | IllegalArgumentException failed) {
            unreadable.add(new UnreadableFile(
                    folder.toString(), "its contract, policies or host.json cannot be read: " + failed.getMessage()));
        }
        return Optional.empty();
    }
}

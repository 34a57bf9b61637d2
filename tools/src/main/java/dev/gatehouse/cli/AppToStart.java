package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.input.GivenText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An app that the chain is started for.
 *
 * @param project the folder that has the app, and perhaps its {@code infra}
 * @param staging the app as the Azure Functions plugin stages it
 * @param contract the file, or the jar that has it
 */
record AppToStart(Path project, Path staging, Path contract) {
    private static final String CONTRACT = "contract/security.json";
    private static final String BUILD = "build it first: mvn package";
    private static final List<String> CONTRACTS =
            List.of(CONTRACT, "src/main/resources/" + CONTRACT, "main/resources/" + CONTRACT);

    /** The app in this project, whose folders are those of this repository or of any app. */
    static AppToStart in(Path folder, Optional<Path> contract) {
        if (!Files.isDirectory(folder)) {
            throw new UserInputException(folder + ": not found, or not a folder; --app takes the folder of an app");
        }
        List<Path> staged = staged(folder);
        if (staged.size() > 1) {
            throw new UserInputException("several apps are staged below " + folder + "; choose one with --app:\n  "
                    + staged.stream().map(Path::toString).collect(Collectors.joining("\n  ")));
        }
        if (staged.isEmpty()) {
            throw new UserInputException("no staged app was found in " + folder
                    + " (target/azure-functions/NAME with host.json and a folder for each function); " + BUILD);
        }
        Path staging = staged.get(0);
        return new AppToStart(folder, staging, contract.orElseGet(() -> contract(folder, staging)));
    }

    /** Whether it is an app's folder; otherwise the caller may mean another one. */
    static boolean isApp(Path folder) {
        return Files.isDirectory(folder) && (isStaged(folder) || !staged(folder).isEmpty());
    }

    private static List<Path> staged(Path folder) {
        if (isStaged(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>(below(folder.resolve("target/azure-functions")));
        found.addAll(below(folder.resolve("build/azure-functions")));
        if (found.isEmpty()) {
            folders(folder).forEach(module -> found.addAll(below(module.resolve("target/azure-functions"))));
        }
        return found;
    }

    private static List<Path> below(Path target) {
        return folders(target).stream().filter(AppToStart::isStaged).toList();
    }

    private static boolean isStaged(Path folder) {
        return Files.isRegularFile(folder.resolve("host.json"))
                && folders(folder).stream().anyMatch(each -> Files.isRegularFile(each.resolve("function.json")));
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> each = Files.list(folder)) {
            return each.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    private static Path contract(Path folder, Path staging) {
        Path module = staging.resolve("../../..").normalize();
        return Stream.of(folder, module)
                .flatMap(place -> CONTRACTS.stream().map(place::resolve))
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> jarWithContract(staging))
                .orElseThrow(
                        () -> new UserInputException("no contract was found: neither " + String.join(" nor ", CONTRACTS)
                                + " in " + folder + ", nor " + CONTRACT
                                + " in the staged app's jar; write one with: gatehouse init "
                                + folder));
    }

    /** In the app's own jar, or in {@code lib} where another module of the app has it. */
    private static Optional<Path> jarWithContract(Path staging) {
        try (Stream<Path> files = Files.walk(staging, 2)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> entry(file).isPresent())
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(staging + " cannot be read", unreadable);
        }
    }

    private static Optional<byte[]> entry(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getEntry(CONTRACT) == null) {
                return Optional.empty();
            }
            try (InputStream content = jar.getInputStream(jar.getEntry(CONTRACT))) {
                return Optional.of(content.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** @throws UserInputException that lists every error in the contract */
    Contract readContract() {
        byte[] json = contract.toString().endsWith(".jar")
                ? entry(contract).orElseThrow(() -> new UserInputException(contract + " has no " + CONTRACT))
                : bytes(contract);
        return ProjectContract.of(json, contract);
    }

    private static byte[] bytes(Path file) {
        if (file.equals(GivenText.STANDARD_INPUT)) {
            throw new UserInputException(
                    "--contract cannot be standard input: up reads the file again when it changes");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UserInputException(file + " cannot be read; --contract takes the contract of the app");
        }
    }

    /** Whether the app's guard was built from the same contract; a jar that has none says nothing. */
    boolean isBuiltFromContract() {
        return contract.toString().endsWith(".jar")
                || jarWithContract(staging)
                        .flatMap(AppToStart::entry)
                        .map(built -> Arrays.equals(built, bytes(contract)))
                        .orElse(true);
    }
}

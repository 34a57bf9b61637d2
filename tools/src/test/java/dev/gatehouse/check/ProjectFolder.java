package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.rules.Rules;
import dev.gatehouse.fixtures.InfraFiles;
import dev.gatehouse.fixtures.RealBicep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with this project's contract, in which files are checked as the command checks them. */
record ProjectFolder(Path folder) {

    /** @param policies whether it has the project's policies too */
    static ProjectFolder in(Path folder, boolean policies) throws IOException {
        Path contract = folder.resolve("contract/security.json");
        Files.createDirectories(contract.getParent());
        Files.copy(Path.of("contract/security.json"), contract);
        if (policies) {
            Path copies = Files.createDirectories(folder.resolve("infra/policies"));
            for (Path policy : InfraFiles.in("policies", ".xml")) {
                Files.copy(policy, copies.resolve(policy.getFileName()));
            }
        }
        return new ProjectFolder(folder);
    }

    /** With the contract and the policies that the real compiler's files were made from. */
    static ProjectFolder ofTheRealCompiler(Path folder) throws IOException {
        Path source = RealBicep.file("project");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new ProjectFolder(folder);
    }

    /** Of a file that can be read as a whole. */
    CheckFindings check(String name, String content) throws IOException {
        InputReading reading = read(name, content);
        assertThat(reading.unreadable()).isEmpty();
        return new Checker(Rules.all()).check(reading.deployments());
    }

    InputReading read(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return new Inputs(folder, new BicepCompiler(List.of())).read(List.of(name));
    }
}

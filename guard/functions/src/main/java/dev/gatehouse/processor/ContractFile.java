package dev.gatehouse.processor;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;

/**
 * The contract of the app that is compiled: the file that the option names, else the one that the build put beside the classes.
 *
 * @param place for messages
 */
record ContractFile(String place, ContractResult content) {
    static final String OPTION = "gatehouse.contract";
    private static final String RESOURCE = "contract/security.json";

    /** Empty where the file does not exist. */
    static Optional<ContractFile> of(ProcessingEnvironment environment) throws IOException {
        String option = environment.getOptions().get(OPTION);
        if (option != null) {
            Path file = Path.of(option);
            return Files.isRegularFile(file)
                    ? Optional.of(new ContractFile(option, ContractReader.read(Files.readAllBytes(file))))
                    : Optional.empty();
        }
        Optional<byte[]> built = resource(environment.getFiler());
        return built.map(bytes -> new ContractFile(RESOURCE, ContractReader.read(bytes)));
    }

    private static Optional<byte[]> resource(Filer filer) throws IOException {
        try (InputStream file =
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openInputStream()) {
            return Optional.of(file.readAllBytes());
        } catch (java.io.FileNotFoundException | java.nio.file.NoSuchFileException missing) {
            return Optional.empty();
        }
    }
}

package dev.gatehouse.chain.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Azurite's table service, as a script for Node.js.
 *
 * @param script {@code azurite/dist/src/table/main.js}
 */
public record AzuriteProgram(Path script) {
    /** The environment variable that names the script. */
    public static final String VARIABLE = "GATEHOUSE_AZURITE";

    /** What to do where it is not found. */
    public static final String INSTALL =
            "Azurite was not found: install it with npm install -g azurite (it needs Node.js 20 or" + " newer), or set "
                    + VARIABLE + " to the path of azurite/dist/src/table/main.js";

    private static final String SCRIPT = "node_modules/azurite/dist/src/table/main.js";

    /**
     * The script that the environment names; else the one that npm installed for a folder of the PATH; else the one that the tests
     * installed.
     *
     * @param environment of this process
     * @param project the folder whose {@code target/azurite} the tests install to
     */
    public static Optional<AzuriteProgram> find(Map<String, String> environment, Path project) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return script(Path.of(named));
        }
        Stream<Path> installed = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, "azurite-table"), Path.of(folder, SCRIPT)));
        return Stream.concat(
                        installed, Stream.of(project.resolve("target/azurite").resolve(SCRIPT)))
                .flatMap(file -> script(file).stream())
                .findFirst();
    }

    /** On the PATH is a link to it, or, on Windows, a file beside it. */
    private static Optional<AzuriteProgram> script(Path file) {
        try {
            return Optional.of(file.toRealPath())
                    .filter(Files::isRegularFile)
                    .filter(real -> real.toString().endsWith(".js"))
                    .map(AzuriteProgram::new);
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}

package dev.gatehouse.chain.host;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The child's command and environment: the worker's flags and the deployed app settings; nothing is inherited. */
record WorkerJvm(HostLaunch launch, List<Path> classPath) {
    /** The variable without which a JVM does not start on Windows. */
    private static final String WINDOWS_NEEDS = "SystemRoot";

    /**
     * The one setting of the locale that names of files need: without it a JVM on Linux can neither open nor write a path with a letter
     * outside ASCII. It is there under every locale of the user's.
     */
    private static final String LETTERS = "LC_CTYPE";

    private static final String UTF_8 = "C.UTF-8";

    /** The worker's flags without {@code -noverify}, which is deprecated, prints a warning at each start and changes no response. */
    private static final List<String> FLAGS =
            List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Djava.net.preferIPv4Stack=true");

    ProcessBuilder in(Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command()).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        Optional.ofNullable(System.getenv(WINDOWS_NEEDS)).ifPresent(root -> environment.put(WINDOWS_NEEDS, root));
        if (File.separatorChar == '/') {
            environment.put(LETTERS, UTF_8);
        }
        environment.putAll(launch.appSettings());
        environment.put(
                "FUNCTIONS_APPLICATION_DIRECTORY", folder.toString()); // as the real host sets it for its workers
        return builder;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(launch.jvmOptions());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(HostMain.class.getName());
        return command;
    }
}

package dev.gatehouse.chain.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program {@code func} and the environment that it gets: nothing is inherited but what a program needs to run, because func takes
 * variables for settings (they win over local.settings.json), and some of them for another platform.
 *
 * @param home the JVM for its worker, which it does not look for itself
 */
record Func(Path program, Map<String, String> inherited, Path home) {
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';
    private static final List<String> NAMES = IS_WINDOWS ? List.of("func.exe", "func.cmd") : List.of("func");
    private static final Set<String> NEEDED = Set.of(
            "PATH",
            "PATHEXT",
            "HOME",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
    private static final List<String> TEMP_FOLDER = List.of("TMPDIR", "TEMP", "TMP");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,9}).*");
    private static final int VERSION_SECONDS = 30;
    private static final String MISSING = """
        Azure Functions Core Tools (func) are not on the PATH. Install them with
          npm i -g azure-functions-core-tools@4
        or from https://aka.ms/azfunc-install, or use the built-in host, which needs no installation.\
        """;

    /** @throws HostStartException when func is not on the PATH, or JAVA_HOME has no java */
    static Func find(Map<String, String> environment) {
        Path program = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH")) // Path on Windows
                .flatMap(path -> Arrays.stream(path.getValue().split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new HostStartException(MISSING));
        Path home = Path.of(environment.getOrDefault("JAVA_HOME", System.getProperty("java.home")));
        if (!Files.isExecutable(home.resolve("bin").resolve(IS_WINDOWS ? "java.exe" : "java"))) {
            throw new HostStartException(
                    "JAVA_HOME is " + home + ", which has no bin/java; func starts its worker there");
        }
        return new Func(program, environment, home);
    }

    /** @param temporary where func looks for key files: in a private folder it finds only ours */
    ProcessBuilder command(Path temporary, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(needed());
        TEMP_FOLDER.forEach(name -> environment.put(name, temporary.toString()));
        environment.put("JAVA_HOME", home.toString());
        environment.put("FUNCTIONS_WORKER_RUNTIME", "java");
        environment.put("FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT", "1");
        if (!IS_WINDOWS) {
            environment.put("LC_CTYPE", "C.UTF-8");
        }
        return builder;
    }

    private Map<String, String> needed() {
        Map<String, String> needed = new HashMap<>(inherited);
        needed.keySet().removeIf(name -> !NEEDED.contains(name.toUpperCase(Locale.ROOT)));
        return needed;
    }

    /**
     * Its version.
     *
     * @throws HostStartException when it does not say one
     */
    Version version(Path temporary) {
        try {
            Process asked =
                    command(temporary, "--version").redirectErrorStream(true).start();
            asked.getOutputStream().close();
            if (!asked.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                throw new HostStartException("func --version did not end within " + VERSION_SECONDS + " s");
            }
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.lines()
                    .flatMap(line -> Version.parse(line.strip()).stream())
                    .findFirst()
                    .orElseThrow(() -> new HostStartException("func --version did not say a version: " + said));
        } catch (IOException cannotStart) {
            throw new HostStartException("cannot start " + program + ": " + cannotStart.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HostStartException("interrupted while func was asked for its version");
        }
    }

    /** A version of Core Tools, such as 4.0.7030. */
    record Version(int major, int minor, int patch) implements Comparable<Version> {
        static Optional<Version> parse(String text) {
            Matcher parts = VERSION.matcher(text);
            return parts.matches()
                    ? Optional.of(new Version(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        }

        @Override
        public int compareTo(Version other) {
            return java.util.Comparator.comparingInt(Version::major)
                    .thenComparingInt(Version::minor)
                    .thenComparingInt(Version::patch)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }
    }
}

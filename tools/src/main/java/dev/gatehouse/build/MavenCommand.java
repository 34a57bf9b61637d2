package dev.gatehouse.build;

import dev.gatehouse.chain.files.TemporaryFolder;
import dev.gatehouse.init.MavenModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The command that packages a module with the user's own Maven, without its tests. */
record MavenCommand(MavenModule module) {
    private static final List<String> GOALS =
            List.of("-B", "-ntp", "-Dstyle.color=never", "package", "-Dmaven.test.skip=true", "-DallowTelemetry=false");

    /** The property for a path of extensions; the command line's replaces any other. */
    private static final String EXTENSIONS = "maven.ext.class.path";

    /** As an extension describes itself to Maven 3 and 4. */
    private static final String COMPONENT = """
            <component-set>
              <components>
                <component>
                  <role>org.apache.maven.eventspy.EventSpy</role>
                  <role-hint>gatehouse</role-hint>
                  <implementation>dev.gatehouse.build.RepeatedBuilds</implementation>
                </component>
              </components>
            </component-set>
            """;

    /** Without downloads, as it is shown. */
    String text() {
        return String.join(" ", words(List.of("-o")));
    }

    ProcessBuilder withoutDownloads() {
        return process(List.of("-o"));
    }

    ProcessBuilder withDownloads() {
        return process(List.of());
    }

    /**
     * Without downloads, in a Maven that stays.
     *
     * @param extension as {@link #extension} writes it
     */
    ProcessBuilder repeated(Path extension) {
        return process(List.of("-o", "-D" + EXTENSIONS + "=" + extension));
    }

    /** A folder with the extension alone: all else in the jar of these tools would be visible to Maven. */
    static TemporaryFolder extension() {
        TemporaryFolder folder = TemporaryFolder.create("gatehouse-maven-");
        String name = "dev/gatehouse/build/RepeatedBuilds.class";
        try (InputStream extension = Objects.requireNonNull(
                MavenCommand.class.getResourceAsStream("/" + name), "the extension is missing in these tools")) {
            Files.createDirectories(folder.path().resolve(name).getParent());
            Files.copy(extension, folder.path().resolve(name));
            Path description = Files.createDirectories(folder.path().resolve("META-INF/plexus"));
            Files.writeString(description.resolve("components.xml"), COMPONENT);
            return folder;
        } catch (IOException unwritable) {
            folder.close();
            throw new UncheckedIOException(folder.path() + " cannot be written", unwritable);
        }
    }

    /** Whether the user's settings name extensions in the same way, which those of {@link #repeated} would replace. */
    boolean hasExtensionsOnItsPath() {
        Map<String, String> environment = System.getenv();
        return Stream.of(
                        environment.getOrDefault("MAVEN_OPTS", ""),
                        environment.getOrDefault("MAVEN_ARGS", ""),
                        text(module.root().resolve(".mvn/maven.config")),
                        text(module.root().resolve(".mvn/jvm.config")))
                .anyMatch(settings -> settings.contains(EXTENSIONS));
    }

    private ProcessBuilder process(List<String> options) {
        ProcessBuilder builder =
                new ProcessBuilder(words(options)).directory(module.root().toFile());
        // short builds: the second compiler of the JVM would only cost time; the user's own options win
        builder.environment()
                .merge("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1", (own, fast) -> fast + " " + own);
        return builder;
    }

    private List<String> words(List<String> options) {
        String ending = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? ".cmd" : "";
        List<String> words = new ArrayList<>();
        words.add(module.wrapper("mvnw" + ending).map(Path::toString).orElse("mvn" + ending));
        words.addAll(options);
        words.addAll(GOALS);
        words.addAll(module.selection());
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}

package dev.gatehouse.init;

import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The libraries that an app brings, as far as they matter to the guard (docs/adopt.md). */
record AppLibraries(AppFolder app, Optional<Path> staging) {
    private static final String SERVICE =
            "META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector";
    private static final String OWN = "dev.gatehouse.generated.GuardedInjector";
    private static final Pattern JACKSON = Pattern.compile("jackson-core-2\\.(\\d+)[.-].*jar");
    private static final int OLDEST_JACKSON = 13;

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        injector()
                .filter(any -> !isSaid())
                .ifPresent(name -> warnings.add("the app has an injector, " + name
                        + ", and the worker takes one only. To fix it, compile with -Agatehouse.injector=own, and let it make an instance of"
                        + " Guarded.classOf(functionClass): docs/adopt.md, \"With an injector\"."));
        oldJackson()
                .ifPresent(
                        jar -> warnings.add(
                                "the app brings " + jar + "; the guard needs jackson-core 2." + OLDEST_JACKSON
                                        + " or newer. To fix it, declare com.fasterxml.jackson.core:jackson-core as a dependency."));
        return warnings;
    }

    /** Whether the build brings the guard already, by way of a parent or of another library. */
    boolean hasGuard() {
        return jars().anyMatch(jar -> name(jar).startsWith("gatehouse-guard-"));
    }

    /** Whether the build leaves the injector to the app already. */
    private boolean isSaid() {
        return GivenText.read(app.buildFile()).contains("-Agatehouse.injector=own");
    }

    private Optional<String> oldJackson() {
        return jars().map(AppLibraries::name).filter(AppLibraries::isOldJackson).findFirst();
    }

    private static boolean isOldJackson(String jar) {
        Matcher version = JACKSON.matcher(jar);
        return version.matches() && Integer.parseInt(version.group(1)) < OLDEST_JACKSON;
    }

    private Optional<String> injector() {
        Stream<String> inClasses = app.classes().stream()
                .map(folder -> folder.resolve(SERVICE))
                .filter(Files::isRegularFile)
                .flatMap(AppLibraries::text);
        return Stream.concat(inClasses, jars().flatMap(AppLibraries::service))
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals(OWN))
                .findFirst();
    }

    private Stream<Path> jars() {
        return staging.stream()
                .flatMap(folder -> AppFolder.children(folder.resolve("lib")).stream())
                .filter(file -> name(file).endsWith(".jar"));
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static Stream<String> text(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UnreadableInput(file + " cannot be read");
        }
    }

    private static Stream<String> service(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(SERVICE);
            if (entry == null) {
                return Stream.empty();
            }
            try (InputStream service = zip.getInputStream(entry)) {
                return Stream.of(new String(service.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException damaged) {
            throw new UnreadableInput(jar + " cannot be read (" + damaged.getMessage() + "); build the app anew");
        }
    }
}

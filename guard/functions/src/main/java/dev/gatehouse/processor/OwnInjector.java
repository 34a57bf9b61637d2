package dev.gatehouse.processor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** The injector that an app has already, in its code or in a library: the worker takes one only, and loads nothing where there are two. */
final class OwnInjector {
    private static final String FILE = "META-INF/services/" + InjectorClass.SERVICE;

    private OwnInjector() {}

    /** Its name; empty where there is no other than the one that an earlier compilation wrote. */
    static Optional<String> find(Filer filer) {
        return Stream.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)
                .flatMap(location -> lines(filer, location))
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals(InjectorClass.NAME))
                .findFirst();
    }

    private static Stream<String> lines(Filer filer, StandardLocation location) {
        try (InputStream file = filer.getResource(location, "", FILE).openInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException none) {
            return Stream.empty(); // there is no such file, or no such location
        }
    }
}

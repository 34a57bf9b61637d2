package dev.gatehouse.chain.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs classes and service files as a build would. */
final class Jars {
    private Jars() {}

    /** A jar that registers these providers of a service. */
    static void service(Path file, Class<?> service, List<String> providers) throws IOException {
        try (JarOutputStream jar = open(file)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            jar.write(String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
        }
    }

    static JarOutputStream open(Path file) throws IOException {
        return new JarOutputStream(Files.newOutputStream(file));
    }

    /** Adds the classes of one package. */
    static void add(JarOutputStream jar, Path classes, String folder) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve(folder))) {
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(folder + "/" + file.getFileName()));
                Files.copy(file, jar);
            }
        }
    }
}

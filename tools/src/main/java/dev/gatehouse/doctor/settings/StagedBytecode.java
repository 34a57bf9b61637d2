package dev.gatehouse.doctor.settings;

import dev.gatehouse.input.UnreadableInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The Java version that a staged app was compiled for: the newest class file of its jars decides (JVM specification, 4.1). */
public final class StagedBytecode {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_1 = 44;

    private StagedBytecode() {}

    /** Empty where the project has no staged app. */
    public static OptionalInt version(Path project) {
        return Stream.of(project.resolve("src/target/azure-functions"), project.resolve("target/azure-functions"))
                .filter(Files::isDirectory)
                .flatMap(folder -> jars(folder).stream())
                .mapToInt(StagedBytecode::ofJar)
                .max();
    }

    /** The app's own jars lie beside the functions' folders; libraries are in {@code lib}. */
    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException unreadable) {
            throw new UnreadableInput(folder.getFileName() + " cannot be read");
        }
    }

    private static int ofJar(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile(), false)) {
            int newest = 0;
            for (JarEntry entry : opened.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .filter(each -> !each.getName().startsWith("META-INF/"))
                    .toList()) {
                newest = Math.max(newest, ofClass(opened.getInputStream(entry)));
            }
            return newest;
        } catch (IOException unreadable) {
            throw new UnreadableInput(jar.getFileName() + " cannot be read");
        }
    }

    private static int ofClass(InputStream bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(bytes)) {
            if (in.readInt() != MAGIC) {
                return 0;
            }
            in.readUnsignedShort();
            return in.readUnsignedShort() - JAVA_1;
        }
    }
}

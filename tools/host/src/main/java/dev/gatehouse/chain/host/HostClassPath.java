package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** The class path of the child: the stand-in, and the libraries that the worker brings, and nothing more. */
final class HostClassPath {
    /** One jar of all that, which this module's build makes and the tools carry with them. */
    private static final String CARRIED = "/gatehouse-host.jar";

    private HostClassPath() {}

    /** Copies it: the carried jar, or where there is none (tests, an IDE), that from which this JVM has the same classes. */
    static List<Path> copiedTo(StagingCopy copy) {
        try (InputStream jar = HostClassPath.class.getResourceAsStream(CARRIED)) {
            return jar != null
                    ? List.of(copy.addLibrary("gatehouse-host.jar", jar))
                    : copy.addLibraries(List.of(
                            of(HostMain.class),
                            of(ExecutionContext.class),
                            of(FunctionInstanceInjector.class),
                            of(Gson.class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException unusual) {
            throw new IllegalStateException("cannot tell where " + type + " was loaded from", unusual);
        }
    }
}

package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** The class path of the child: the built-in host and the worker's libraries only. */
final class HostClassPath {
    /** One jar with all of them, made by this module's build and contained in the tools. */
    private static final String CARRIED = "/gatehouse-host.jar";

    private HostClassPath() {}

    /** Copies the contained jar, or, without it (in tests and IDEs), the locations from which this JVM loaded the classes. */
    static List<Path> copiedTo(StagingCopy copy) {
        try (InputStream jar = HostClassPath.class.getResourceAsStream(CARRIED)) {
            return jar != null
                    ? List.of(copy.addLibrary("gatehouse-host.jar", jar))
                    : copy.addLibraries(List.of(
                            of(HostMain.class),
                            of(ExecutionContext.class),
                            of(FunctionInstanceInjector.class),
                            of(HttpTrigger.class),
                            of(Gson.class),
                            of(ClassicHttpRequest.class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException unusual) {
            throw new IllegalStateException("cannot find out where " + type + " was loaded from", unusual);
        }
    }
}

package dev.gatehouse.local.host;

import com.google.gson.Gson;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** The class path of the child: the stand-in, and the libraries that the worker brings, and nothing more. */
final class HostClassPath {
    private HostClassPath() {}

    /** @param host the jar or folder of the stand-in's own classes */
    static List<Path> with(Path host) {
        return List.of(host, of(ExecutionContext.class), of(FunctionInstanceInjector.class), of(Gson.class));
    }

    /** Where the stand-in's classes are: the small jar beside the jar of all tools, else wherever this class is from. */
    static Path ownJar() {
        Path tools = of(HostMain.class);
        Path host = tools.resolveSibling(tools.getFileName().toString().replace("-tools.jar", "-host.jar"));
        return Files.isReadable(host) ? host : tools;
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

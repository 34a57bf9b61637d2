package dev.gatehouse.bypass;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import dev.gatehouse.chain.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The apps that the rows call. */
enum App {
    /** All that fits into one app, with the generated injector, and two other middlewares. */
    ROWS {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("rows", folder)
                    .guarded()
                    .unguarded("plain")
                    .unguarded("again")
                    .without("rows/Removed_Guarded.class")
                    .staged("app.jar")
                    .library("0.jar", "outer", Map.of(Middleware.class, "rows.Outer"))
                    .library("z.jar", "inner", Map.of(Middleware.class, "rows.Inner"))
                    .library("foreign.jar", "foreign", Map.of())
                    .function("foreign", http("rows.Foreign.foreign", "request"))
                    .function("helper", http("rows.Answers.helper", "request"))
                    .function("entry", http("rows.Entry.other", "request"))
                    .function("tock", http("rows.Answers.tock", "timer"))
                    .function("renamed", http("rows.Answers.text", "request"))
                    .function("copied", http("rows.Copy.text", "request"));
        }
    },
    /** An injector of its own. */
    OWN {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("own", folder)
                    .guarded("-Agatehouse.injector=own")
                    .resource(
                            "META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector",
                            "rows.OwnInjector")
                    .staged("app.jar");
        }
    },
    /** No injector at all, though the generated one was left out. */
    NO_INJECTOR {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("own", folder)
                    .guarded("-Agatehouse.injector=own")
                    .staged("app.jar");
        }
    },
    /** A factory that makes the instances. */
    FACTORY {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("factory", folder)
                    .guarded("-Agatehouse.factory=rows.Factory")
                    .staged("app.jar");
        }
    },
    /** Compiled without the annotation processor. */
    UNPROCESSED {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("unprocessed", folder).unguarded("plain").staged("app.jar");
        }
    },
    /** Compiled without it, too, but the functions call the guard, and the contract says so. */
    EXPLICIT {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("explicit", folder).unguarded("plain").staged("app.jar");
        }
    },
    /** Without a library of the guard. */
    NO_JACKSON {
        @Override
        AppBuild build(Path folder) throws IOException {
            return FACTORY.build(folder).withoutLibrary("jackson");
        }
    },
    /** A library brings a contract, too. */
    TWO_CONTRACTS {
        @Override
        AppBuild build(Path folder) throws IOException {
            AppBuild other = new AppBuild("own", folder.resolve("other")).staged("app.jar");
            AppBuild app = FACTORY.build(folder);
            Files.copy(other.staging().resolve("app.jar"), app.staging().resolve("lib/other.jar"));
            return app;
        }
    },
    /** The guard is out of the worker's sight: it takes another folder for lib. */
    NO_LIB {
        @Override
        AppBuild build(Path folder) throws IOException {
            AppBuild app = FACTORY.build(folder);
            Files.move(app.staging().resolve("lib"), app.staging().resolve("library"));
            return app.function("catalib", http("rows.Greeter.greet", "request"));
        }
    },
    /** Two app jars; the functions of the second come before and after those of the first. */
    TWO_JARS {
        @Override
        AppBuild build(Path folder) throws IOException {
            AppBuild stray = new AppBuild("stray", folder.resolve("stray"))
                    .unguarded("plain")
                    .staged("stray.jar");
            return FACTORY.build(folder).beside(stray, "stray.jar");
        }
    },
    /** A function that is inherited. */
    INHERITED {
        @Override
        AppBuild build(Path folder) throws IOException {
            return new AppBuild("inherited", folder)
                    .guarded()
                    .staged("app.jar")
                    .function("base", http("rows.Derived.base", "request"));
        }
    };

    private static final TemporaryFolder FOLDER = TemporaryFolder.create("gatehouse-bypass-");
    private Path staged;

    abstract AppBuild build(Path folder) throws IOException;

    /** Where it is staged; built once for all tests. */
    synchronized Path staged() throws IOException {
        if (staged == null) {
            staged = build(FOLDER.path().resolve(name())).staging();
        }
        return staged;
    }

    private static String http(String entryPoint, String binding) {
        return """
                {"scriptFile": "../app.jar", "entryPoint": "%s", "bindings": [
                  {"type": "httpTrigger", "direction": "in", "name": "%s", "authLevel": "ANONYMOUS"},
                  {"type": "http", "direction": "out", "name": "$return"}]}""".formatted(entryPoint, binding);
    }
}

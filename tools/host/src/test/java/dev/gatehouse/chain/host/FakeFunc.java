package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Takes func's place on the PATH, and does what the table of Core Tools in docs/host.md says of 4.0.7030. */
final class FakeFunc {
    private static final int CONSOLE_MILLIS = 50;

    private FakeFunc() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).equals(List.of("--version"))) {
            Path version = Path.of(System.getenv("PATH").split(File.pathSeparator)[0], "version.txt");
            System.out.println(Files.exists(version) ? Files.readString(version) : "4.0.7030");
            return;
        }
        if (!List.of("start", "--enableAuth", "--port")
                .equals(List.of(arguments).subList(0, 3))) {
            System.out.println("unexpected arguments");
            return;
        }
        start(Integer.parseInt(arguments[3]));
    }

    private static void start(int port) throws IOException, InterruptedException {
        System.out.println(
                "variables " + System.getenv().keySet().stream().sorted().toList());
        if (json(Path.of("host.json")).has("extensionBundle")) { // and no network
            System.out.println("Unable to download the extension bundle");
            System.exit(1);
        }
        JsonObject settings = json(Path.of("local.settings.json")).getAsJsonObject("Values");
        String mode = settings.has("MODE") ? settings.get("MODE").getAsString() : "";
        Path secrets = Path.of(System.getenv("TMPDIR"), "secrets", "functions", "secrets");
        System.out.println("the keys are "
                + (settings.get("AzureWebJobsSecretStorageType").getAsString().equals("files")
                        ? Files.readString(secrets.resolve("host.json"))
                        : "in blob storage"));
        String master = json(secrets.resolve("host.json"))
                .getAsJsonObject("masterKey")
                .get("value")
                .getAsString();
        LoopbackServer.start(
                "func", port, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> answer(request, master, mode));
        Thread.sleep(60_000);
    }

    private static Response answer(Request request, String master, String mode) {
        String key = request.headers().first("x-functions-key").orElse("");
        switch (request.path()) {
            case "/admin/host/ping" -> {
                return Response.empty(200);
            }
            case "/admin/host/status" -> {
                return key.equals(master)
                        ? Response.json(
                                200,
                                mode.equals("broken")
                                        ? "{\"state\":\"Error\",\"errors\":[\"no extension\"]}"
                                        : "{\"state\":\"Running\"}")
                        : Response.empty(401).with("WWW-Authenticate", "Bearer");
            }
            case "/api/keyed" -> {
                if (!key.equals(FixtureHost.GATEWAY)) {
                    return Response.empty(401);
                }
                decides(request);
                return Response.of(401, "application/problem+json", "{}").with("WWW-Authenticate", "Bearer");
            }
            case "/api/open" -> {
                System.out.println("[host] {\"event\":\"host\",\"outcome\":\"passed\"}");
                return Response.empty(401); // the function's own
            }
            default -> {
                return Response.empty(404);
            }
        }
    }

    /** The guard's line comes through the console, after the answer. */
    private static void decides(Request request) {
        String trace = request.headers().first("traceparent").orElse("");
        Thread console = new Thread(() -> {
            try {
                Thread.sleep(CONSOLE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
            System.out.println("[2026-11-30T10:00:00.123Z] {\"event\":\"decision\",\"outcome\":\"refused\",\"trace\":\""
                    + trace + "\"}");
        });
        console.setDaemon(true);
        console.start();
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    /** Writes a {@code func} that runs this class. */
    static void install(Path folder) throws IOException {
        String script = "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n";
        Path func = folder.resolve("func");
        Files.writeString(
                func,
                script.formatted(
                        System.getProperty("java.home"),
                        Stream.of(FakeFunc.class, LoopbackServer.class, ClassicHttpRequest.class, JsonParser.class)
                                .map(type -> HostClassPath.of(type).toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        FakeFunc.class.getName()));
        if (!func.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + func + " executable");
        }
    }
}

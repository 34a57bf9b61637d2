package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Response;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes func's place on the PATH: answers the ping, and everything else with the key file it would read. */
final class FakeFunc {
    private FakeFunc() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!List.of("start", "--enableAuth", "--port")
                .equals(List.of(arguments).subList(0, 3))) {
            System.out.println("unexpected arguments");
            return;
        }
        Path temp = Path.of(System.getenv("TMPDIR"));
        String keys = Files.readString(temp.resolve("secrets/functions/secrets/host.json"));
        int port = Integer.parseInt(arguments[3]);
        LoopbackServer.start(
                "func", port, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> Response.json(200, keys));
        System.out.println("the default key is " + FixtureHost.DEFAULT);
        Thread.sleep(60_000);
    }

    /** Writes a {@code func} that runs this class. */
    static void install(Path folder) throws IOException {
        String script = "#!/bin/sh\nexec '%s/bin/java' -cp '%s' %s \"$@\"\n";
        Path func = folder.resolve("func");
        Files.writeString(
                func,
                script.formatted(
                        System.getProperty("java.home"),
                        HostClassPath.of(FakeFunc.class) + File.pathSeparator + HostClassPath.of(LoopbackServer.class),
                        FakeFunc.class.getName()));
        if (!func.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + func + " executable");
        }
    }
}

package dev.gatehouse.chain;

import dev.gatehouse.chain.storage.AzuriteProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Options for starting the chain.
 *
 * @param staging the app as the Azure Functions plugin stages it
 * @param appSettings that the app needs beside those of the deployment, which win
 * @param ports of the two public endpoints
 * @param host which Functions host runs the app
 * @param hostLog receives the host's log line by line, on another thread
 * @param tables the program that serves the storage account's tables; without it, what the app keeps there is in its memory
 */
public record ChainOptions(
        Path staging,
        Map<String, String> appSettings,
        Ports ports,
        Host host,
        Consumer<String> hostLog,
        Optional<Tables> tables) {

    public ChainOptions {
        appSettings = Map.copyOf(appSettings);
    }

    /** Of the sample app of a folder, on any free ports. */
    public static ChainOptions ofSample(Path folder, Consumer<String> hostLog) {
        return new ChainOptions(
                folder.resolve("src/target/azure-functions/gatehouse"),
                Map.of(),
                Ports.any(),
                Host.LOCAL,
                hostLog,
                Optional.empty());
    }

    public ChainOptions with(Tables served) {
        return new ChainOptions(staging, appSettings, ports, host, hostLog, Optional.of(served));
    }

    /** @param folder with the tables' data, which are kept when the chain ends */
    public record Tables(AzuriteProgram program, Path folder) {}

    /** 0 for any free port. */
    public record Ports(int gateway, int functionApp) {
        public static Ports any() {
            return new Ports(0, 0);
        }
    }

    /** The Functions hosts that can run the app. */
    public enum Host {
        /** This project's built-in host. */
        LOCAL,
        /** Microsoft's Functions Core Tools, from the PATH. */
        FUNC
    }
}

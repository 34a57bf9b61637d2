package dev.gatehouse.chain;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Options for starting the chain.
 *
 * @param staging the app as the Azure Functions plugin stages it
 * @param appSettings that the app needs beside those of the deployment, which win
 * @param ports of the two public endpoints
 * @param host which Functions host runs the app
 * @param hostLog receives the host's log line by line, on another thread
 */
public record ChainOptions(
        Path staging, Map<String, String> appSettings, Ports ports, Host host, Consumer<String> hostLog) {

    public ChainOptions {
        appSettings = Map.copyOf(appSettings);
    }

    /** Of the sample app of a folder, on any free ports. */
    public static ChainOptions ofSample(Path folder, Consumer<String> hostLog) {
        return new ChainOptions(
                folder.resolve("src/target/azure-functions/gatehouse"), Map.of(), Ports.any(), Host.LOCAL, hostLog);
    }

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

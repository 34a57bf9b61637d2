package dev.gatehouse.chain;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Options for starting the chain.
 *
 * @param project the project's folder, which contains {@code src/target/azure-functions}
 * @param ports of the two public endpoints
 * @param host which Functions host runs the app
 * @param hostLog receives the host's log line by line, on another thread
 */
public record ChainOptions(Path project, Ports ports, Host host, Consumer<String> hostLog) {

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

    /** The app as the Azure Functions plugin stages it. */
    Path staging() {
        return project.resolve("src/target/azure-functions/gatehouse");
    }
}

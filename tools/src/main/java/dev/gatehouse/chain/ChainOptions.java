package dev.gatehouse.chain;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How the chain is started.
 *
 * @param project the project's folder: {@code src/target/azure-functions} lies below it
 * @param ports of the two doors that people call
 * @param host which Functions host runs the app
 * @param hostLog takes the host's log line by line, on another thread
 */
public record ChainOptions(Path project, Ports ports, Host host, Consumer<String> hostLog) {

    /** 0 for any free one. */
    public record Ports(int gateway, int functionApp) {
        public static Ports any() {
            return new Ports(0, 0);
        }
    }

    /** The Functions hosts that can run the app. */
    public enum Host {
        /** The stand-in of this project. */
        LOCAL,
        /** Microsoft's Functions Core Tools, from the PATH. */
        FUNC
    }

    /** The staged app, as the Azure Functions plugin leaves it. */
    Path staging() {
        return project.resolve("src/target/azure-functions/gatehouse");
    }
}

package dev.gatehouse.chain.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The configuration for starting a Functions host.
 *
 * @param staging the staged app: function folders, {@code lib}, {@code host.json}
 * @param appSettings the host's whole environment: nothing is inherited
 * @param keys handed over on standard input only
 * @param jvmOptions more options of the child's JVM (trust store, proxy): visible to other users of the machine, so no secrets
 */
public record HostLaunch(Path staging, Map<String, String> appSettings, HostKeys keys, List<String> jvmOptions) {
    public HostLaunch {
        appSettings = Map.copyOf(appSettings);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Contains the names of the settings only: their values may be secret. */
    @Override
    public String toString() {
        return "HostLaunch[" + staging + ", settings " + appSettings.keySet() + "]";
    }
}

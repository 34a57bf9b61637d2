package dev.gatehouse.chain.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fixture app behind a host in this JVM. */
record FixtureHost(HostServer server, List<String> log) implements AutoCloseable {
    static final String MASTER = "masterKeyOfTheTests";
    static final String DEFAULT = "defaultHostKeyOfTheTests";
    static final String GATEWAY = "gatewayHostKeyOfTheTests";
    static final String KEYED = "keyOfTheOneFunction";
    static final HostKeys KEYS = new HostKeys(
            MASTER, Map.of("default", DEFAULT, "gateway", GATEWAY), Map.of("keyed", Map.of("default", KEYED)));

    static FixtureHost start(Path staged, Map<String, String> environment) {
        List<String> log = new CopyOnWriteArrayList<>();
        ChildConfig orders = new ChildConfig(staged, 0, KEYS);
        return new FixtureHost(HostServer.start(orders, environment, new HostLog(log::add, KEYS)), log);
    }

    RawHttp call() {
        return new RawHttp(server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}

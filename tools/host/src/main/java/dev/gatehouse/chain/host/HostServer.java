package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.LoopbackServer;
import java.util.Map;
import java.util.Optional;

/** The host inside the child: serves the staged app on a loopback port. */
final class HostServer implements AutoCloseable {
    private static final String NO_HOME_PAGE = "AzureWebJobsDisableHomepage";

    private final LoopbackServer server;

    private HostServer(LoopbackServer server) {
        this.server = server;
    }

    /** @throws IllegalArgumentException when the app cannot be loaded */
    static HostServer start(ChildConfig orders, Map<String, String> environment, HostLog log) {
        StagedApp app = StagedApp.load(orders.staging());
        ClassLoader loader = app.classes().loader();
        Invoker invoker = new Invoker(loader, Middlewares.find(loader), Instances.find(loader), log);
        KeyCheck keys = new KeyCheck(orders.keys());
        boolean homePage = !"true".equalsIgnoreCase(environment.get(NO_HOME_PAGE));
        BuiltInPages pages = new BuiltInPages(keys, homePage);
        HostHandler handler =
                new HostHandler(pages, new ManualRuns(keys, app, invoker), new Router(app.functions()), invoker, log);
        return new HostServer(LoopbackServer.start(
                "function host", orders.port(), Optional.empty(), LoopbackServer.LOCAL_NAMES, handler));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}

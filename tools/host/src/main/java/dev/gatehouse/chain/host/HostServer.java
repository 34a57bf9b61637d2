package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.HttpService;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host inside the child: serves the staged app on a loopback port. */
final class HostServer implements AutoCloseable {
    private static final String NO_HOME_PAGE = "AzureWebJobsDisableHomepage";
    private static final List<String> APPLICATION_INSIGHTS =
            List.of("APPLICATIONINSIGHTS_CONNECTION_STRING", "APPINSIGHTS_INSTRUMENTATIONKEY");

    private final LoopbackServer server;
    private final LoadedApp app;

    private HostServer(LoopbackServer server, LoadedApp app) {
        this.server = server;
        this.app = app;
    }

    /** @throws IllegalArgumentException when the app cannot be loaded */
    static HostServer start(ChildConfig orders, Map<String, String> environment, HostLog log) {
        LoadedApp app = LoadedApp.load(StagedApp.read(orders.staging()));
        ClassLoader loader = app.classes().loader();
        Middlewares middlewares = app.classes().within(() -> Middlewares.find(loader));
        Instances instances = app.classes().within(() -> Instances.find(loader));
        Invoker invoker = new Invoker(app, middlewares, instances, log);
        boolean homePage = !"true".equalsIgnoreCase(environment.get(NO_HOME_PAGE));
        boolean isTraced = APPLICATION_INSIGHTS.stream().anyMatch(environment::containsKey);
        BuiltInPages pages = new BuiltInPages(new KeyCheck(orders.keys()), homePage, new ManualRuns(app, invoker));
        HostHandler handler = new HostHandler(
                pages, new Router(app.functions()), (route, request) -> invoker.invoke(route, request, isTraced), log);
        app.notes().forEach(note -> log.noted("host", note));
        return new HostServer(
                LoopbackServer.start(
                        orders.port(),
                        Optional.empty(),
                        new HttpService(
                                "function host", LoopbackServer.LOCAL_NAMES, RequestLimits.OF_THE_HOST, handler)),
                app);
    }

    int port() {
        return server.port();
    }

    /** What is served otherwise than one might expect, one line each. */
    List<String> notes() {
        return app.notes();
    }

    @Override
    public void close() {
        server.close();
    }
}

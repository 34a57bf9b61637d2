package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The demonstration calls: through the gateway, and bypassing it. */
public final class Demonstration {
    private final Chain chain;
    private final DemoClients clients;
    private final Request provision;

    public Demonstration(Chain chain, DemoSecret secret) {
        this(chain, new DemoClients(chain, secret), DemoContext.PROVISION);
    }

    Demonstration(Chain chain, DemoClients clients, Request provision) {
        this.chain = chain;
        this.clients = clients;
        this.provision = provision;
    }

    /** Makes all calls in order, and reports each when it is answered. */
    public List<DemoRow> run(Consumer<DemoRow> progress) {
        List<DemoRow> rows = new ArrayList<>();
        DemoContext stage = DemoContext.of(chain, clients, provision, row -> {
            rows.add(row);
            progress.accept(row);
        });
        new AdmittedCalls(stage).run();
        new RefusedCalls(stage).run();
        new CallsPastTheGateway(stage).run();
        return List.copyOf(rows);
    }
}

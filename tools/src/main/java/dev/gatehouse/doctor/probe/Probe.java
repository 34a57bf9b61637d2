package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.doctor.web.Web;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs all rows in order: sends each endpoint the calls that it must refuse, and compares the responses. */
public final class Probe {
    private final ProbeTarget target;
    private final List<ProbeEndpoint> entrances;
    private final Surroundings surroundings;
    private final Web web;

    /**
     * What is checked in addition to the endpoints.
     *
     * @param issuer empty when no tenant is known
     * @param page the origin of a page that must be able to call from browsers; empty for none
     */
    public record Surroundings(Optional<ProbedIssuer> issuer, Optional<String> page, Clock clock) {}

    /** @param entrances at most one for each endpoint */
    public Probe(ProbeTarget target, List<ProbeEndpoint> entrances, Surroundings surroundings, Web web) {
        this.target = target;
        this.entrances = List.copyOf(entrances);
        this.surroundings = surroundings;
        this.web = web;
    }

    /**
     * Tries every row.
     *
     * @param progress receives each row when it is finished
     * @throws dev.gatehouse.doctor.web.UnreachableException when an endpoint does not respond
     */
    public List<CallRow> run(Consumer<CallRow> progress) {
        List<CallRow> rows = new ArrayList<>();
        for (ProbeCheck check : checks()) {
            CallRow row = check.row();
            rows.add(row);
            progress.accept(row);
        }
        return List.copyOf(rows);
    }

    private List<ProbeCheck> checks() {
        List<ProbeCheck> checks = new ArrayList<>();
        for (ProbeEndpoint entrance : entrances) {
            checks.addAll(entrance.door() == Door.GATEWAY ? gateway(entrance) : functionApp(entrance));
            target.guarded().stream().findFirst().ifPresent(operation -> checks.addAll(transport(entrance, operation)));
        }
        checks.addAll(new IssuerChecks(surroundings.issuer(), surroundings.clock()).all());
        return checks;
    }

    private List<ProbeCheck> gateway(ProbeEndpoint entrance) {
        GatewayChecks gateway = new GatewayChecks(target, entrance, web);
        List<ProbeCheck> checks = new ArrayList<>(gateway.all());
        IdentityChecks identity = new IdentityChecks(target, web);
        checks.add(identity.identityThroughTheGateway(entrance));
        checks.add(identity.rolesThroughTheGateway(entrance, gateway.tampered()));
        return checks;
    }

    private List<ProbeCheck> functionApp(ProbeEndpoint entrance) {
        FunctionAppChecks functionApp = new FunctionAppChecks(target, entrance, web);
        IdentityChecks identity = new IdentityChecks(target, web);
        List<ProbeCheck> checks = new ArrayList<>(functionApp.all());
        checks.add(identity.principalPastTheGateway(entrance));
        checks.add(identity.callerPastTheGateway(entrance, functionApp.tampered()));
        return checks;
    }

    private List<ProbeCheck> transport(ProbeEndpoint entrance, Operation operation) {
        List<ProbeCheck> checks = new ArrayList<>(List.of(
                new PlainHttp(entrance.door(), entrance.address(), operation, web),
                new OldTls(entrance.door(), entrance.address()),
                new PreflightCheck(entrance, operation, Optional.empty(), web)));
        if (entrance.door() == Door.GATEWAY) {
            surroundings
                    .page()
                    .ifPresent(page -> checks.add(new PreflightCheck(entrance, operation, Optional.of(page), web)));
        }
        return checks;
    }
}

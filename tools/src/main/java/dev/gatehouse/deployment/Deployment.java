package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.gateway.GatewaySettings;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A snapshot, deployed to this machine: what Entra, gateway, Easy Auth and host are started from. */
public record Deployment(
        Registrations registrations,
        Optional<EasyAuthSettings> easyAuth,
        FunctionAppSettings functionApp,
        Source source) {

    /** Where the rest is read from once its addresses are known. */
    record Source(Snapshot snapshot, LocalValues values) {}

    /** @throws DeploymentFault when a part of it cannot be deployed here, or is not understood */
    public static Deployment of(Snapshot snapshot) {
        return of(snapshot, Clock.systemUTC());
    }

    /** @param clock decides whether a secret has expired */
    static Deployment of(Snapshot snapshot, Clock clock) {
        return of(snapshot, DeploymentTime.at(clock.instant()));
    }

    static Deployment of(Snapshot snapshot, DeploymentTime time) {
        snapshot.validate();
        LocalValues values = new LocalValues(snapshot, snapshot.tenant(), time, Map.of());
        new PlatformCheck(snapshot, values).check();
        FunctionApp app = new FunctionApp(snapshot, values);
        return understood(
                snapshot,
                () -> new Deployment(
                        Registrations.of(snapshot, values),
                        app.easyAuth(),
                        new FunctionAppSettings(app.settings(), app.keys()),
                        new Source(snapshot, values)));
    }

    /** The same with the values of another start: the key that Azure would generate, and the time. */
    public Deployment startedWith(Deployment other) {
        return of(source.snapshot(), other.source.values().start());
    }

    /** What the layers' settings reject, such as an unknown token version, is a fault of the snapshot. */
    private static <T> T understood(Snapshot snapshot, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            throw new DeploymentFault(snapshot.name() + ": " + refused.getMessage());
        }
    }

    /**
     * Easy Auth as Azure exports it: the resource {@code authsettingsV2}, or its properties, exported as JSON. Empty
     * where it is off.
     */
    public Optional<EasyAuthSettings> easyAuth(String name, JsonNode exported) {
        return understood(source.snapshot(), () -> new EasyAuthReader(source.values()).settings(name, exported));
    }

    /** The ids that Azure chooses when it is deployed; this machine generates its own. */
    public Set<String> chosenIds() {
        Set<String> ids = new HashSet<>();
        registrations.applications().forEach(each -> {
            ids.add(each.clientId());
            ids.add(each.principal().objectId());
        });
        registrations.identities().forEach(each -> {
            ids.add(each.clientId());
            ids.add(each.objectId());
        });
        return ids;
    }

    /** The name of its snapshot. */
    public String snapshot() {
        return source.snapshot().name();
    }

    /** The flow whose registrations it has. */
    public Flow flow() {
        return registrations.gateway().isPresent() ? Flow.GATEWAY_IDENTITY : Flow.CALLER_TOKEN;
    }

    public Tenant tenant() {
        return source.values().tenant();
    }

    /** Client ids of the managed identities that the function app has. */
    public List<String> functionIdentities() {
        return new FunctionApp(source.snapshot(), source.values()).identities();
    }

    /** The tables that it deploys, with the account that they are in. */
    public DeployedTables tables() {
        DeployedResource account = source.snapshot().required(ResourceTypes.STORAGE);
        return new DeployedTables(
                account.ownName(),
                URI.create(source.values().tables(account)),
                source.snapshot().resources(ResourceTypes.TABLE).stream()
                        .map(DeployedResource::ownName)
                        .toList());
    }

    /**
     * The tables of the storage account.
     *
     * @param account its name
     * @param address of its table service in Azure
     * @param names of the tables
     */
    public record DeployedTables(String account, URI address, List<String> names) {
        public DeployedTables {
            names = List.copyOf(names);
        }
    }

    /** Client ids of the managed identities that the gateway has. */
    public List<String> gatewayIdentities() {
        return ApiManagement.of(source.snapshot(), source.values()).identities().clientIds();
    }

    /** The secret values that policies refer to. */
    public List<String> secretNamedValues() {
        return new GatewayValues(source.snapshot(), source.values()).secrets();
    }

    /** Names of the subscriptions at the gateway, those that give access first. */
    public List<String> subscriptions() {
        return new AccessReader(source.snapshot(), source.values()).subscriptions();
    }

    /**
     * The gateway's settings.
     *
     * @param functionApp the function app's host, such as {@code localhost:7071}
     * @param subscriptionKeys by the subscriptions' names
     */
    public GatewaySettings gateway(String functionApp, Map<String, String> subscriptionKeys) {
        LocalValues known = source.values().started(ResourceTypes.SITE, functionApp);
        return understood(
                source.snapshot(), () -> new GatewayReader(source.snapshot(), known).settings(subscriptionKeys));
    }

    /** The API's address from the deployment's outputs, with this machine's gateway as its host. */
    public URI apiUrl(String gateway) {
        LocalValues known = source.values().started(ResourceTypes.GATEWAY, gateway);
        return URI.create(Properties.of(source.snapshot().outputs(), known).required("apiUrl"));
    }

    /**
     * What a function app is started with.
     *
     * @param settings its whole environment
     * @param keys host keys, by name
     */
    public record FunctionAppSettings(Map<String, String> settings, Map<String, String> keys) {
        public FunctionAppSettings {
            settings = Map.copyOf(settings);
            keys = Map.copyOf(keys);
        }

        /** The names only: keys are secret, and settings may be. */
        @Override
        public String toString() {
            return "settings " + settings.keySet() + ", keys " + keys.keySet();
        }
    }
}

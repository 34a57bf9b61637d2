package dev.gatehouse.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.Cloud;
import dev.gatehouse.local.entra.directory.Tenant;
import dev.gatehouse.local.gateway.GatewaySettings;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A snapshot, deployed to this machine: what Entra, gateway, Easy Auth and host are started from. */
public record Deployment(
        Registrations registrations,
        Optional<EasyAuthSettings> easyAuth,
        FunctionAppSettings functionApp,
        Source source) {

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

    /** Where the rest is read from once its addresses are known. */
    record Source(Snapshot snapshot, LocalValues values) {}

    /** @throws DeploymentFault when something in it cannot be deployed here, or not be understood */
    public static Deployment of(Snapshot snapshot) {
        new Counterparts(snapshot).check();
        LocalValues values =
                new LocalValues(snapshot, tenant(snapshot), UUID.randomUUID().toString(), Map.of());
        FunctionApp app = new FunctionApp(snapshot, values);
        return understood(
                snapshot,
                () -> new Deployment(
                        registrations(snapshot, values),
                        app.easyAuth().stream().findFirst().flatMap(new EasyAuthReader(values)::settings),
                        new FunctionAppSettings(app.settings(), app.keys()),
                        new Source(snapshot, values)));
    }

    /** What the layers' settings refuse, such as a token version that there is not, is a fault of the snapshot. */
    private static <T> T understood(Snapshot snapshot, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            throw new DeploymentFault(snapshot.name() + ": " + refused.getMessage());
        }
    }

    /**
     * Easy Auth as Azure says it is set: the resource {@code authsettingsV2}, or its properties, exported as JSON. Empty
     * where it is off.
     */
    public Optional<EasyAuthSettings> easyAuth(String name, JsonNode exported) {
        return understood(source.snapshot(), () -> new EasyAuthExport(source.values()).settings(name, exported));
    }

    /** The ids that Azure chooses when it is deployed, of which this machine has made up its own. */
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

    /** The flow whose registrations it has. */
    public Flow flow() {
        return registrations.gateway().isPresent() ? Flow.GATEWAY_IDENTITY : Flow.CALLER_TOKEN;
    }

    public Tenant tenant() {
        return source.values().tenant();
    }

    /** Client ids of the managed identities that the gateway has. */
    public List<String> gatewayIdentities() {
        return new GatewayReader(source.snapshot(), source.values()).identities();
    }

    /** Names of the subscriptions at the gateway. */
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
        LocalValues known = source.values().started(Counterparts.SITE, functionApp);
        return understood(
                source.snapshot(), () -> new GatewayReader(source.snapshot(), known).settings(subscriptionKeys));
    }

    /** The API's address as the deployment tells it, the gateway's host being this one. */
    public URI apiUrl(String gateway) {
        LocalValues known = source.values().started(Counterparts.GATEWAY, gateway);
        return URI.create(Properties.of(source.snapshot().outputs(), known).required("apiUrl"));
    }

    private static Registrations registrations(Snapshot snapshot, LocalValues values) {
        RegistrationReader reader = new RegistrationReader(snapshot, values);
        List<AppRegistration> all = snapshot.resources(Counterparts.APPLICATION).stream()
                .map(reader::registration)
                .toList();
        return new Registrations(
                all,
                snapshot.resources(Counterparts.IDENTITY).stream()
                        .map(reader::identity)
                        .toList(),
                snapshot.resources(Counterparts.ASSIGNMENT).stream()
                        .map(new AssignmentReader(all, values)::assignment)
                        .toList());
    }

    /** Of the tenant that every key vault has to name, and of the cloud whose login service the snapshot names. */
    private static Tenant tenant(Snapshot snapshot) {
        String id = snapshot.required("Microsoft.KeyVault/vaults")
                .body()
                .at("/properties/tenantId")
                .asText();
        String text = snapshot.content().toString();
        List<Cloud> clouds = Arrays.stream(Cloud.values())
                .filter(cloud -> text.contains("https://" + cloud.loginHost()))
                .toList();
        if (clouds.size() > 1) {
            throw new DeploymentFault(snapshot.name() + ": names the login services of several clouds: " + clouds);
        }
        return new Tenant(id, clouds.isEmpty() ? Cloud.PUBLIC : clouds.get(0));
    }
}

package dev.gatehouse.cli;

import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.ExportedPolicies;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.input.ClassicEasyAuth;
import dev.gatehouse.input.Exported;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Values exported from Azure. They override the snapshot, which cannot contain the ids that Azure generates. */
final class DeployedValues {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "App settings, as 'az functionapp config appsettings list' prints them, or local.settings.json; - for standard input.")
    private Optional<Path> settings = Optional.empty();

    @Option(
            names = "--easy-auth",
            paramLabel = "FILE",
            description =
                    "Easy Auth's settings, as 'az webapp auth show' prints them (authsettingsV2); - for standard input.")
    private Optional<Path> easyAuth = Optional.empty();

    @Option(
            names = "--named-values",
            paramLabel = "FILE",
            description = "The gateway's named values, as 'az apim nv list' prints them; - for standard input.")
    private Optional<Path> namedValues = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE|DIR",
            description =
                    "Policy documents of any API Management service instead of the deployment's: XML, or the JSON of a"
                            + " policy resource; a folder of them with nv.json. Repeatable. Easy Auth and the guard are then judged"
                            + " only with --easy-auth and --settings.")
    private List<Path> policies = new ArrayList<>();

    LayerConfiguration in(LayerConfiguration setup, Deployment deployment) {
        LayerConfiguration real = policies.isEmpty() ? setup : withPolicies(setup);
        if (settings.isPresent()) {
            real = real.withAppSettings(Exported.read(settings.get()).appSettings());
        }
        if (easyAuth.isPresent()) {
            Exported exported = Exported.read(easyAuth.get());
            real = real.withEasyAuth(deployment.easyAuth(exported.name(), exported.content()));
        }
        return namedValues.isPresent() && policies.isEmpty()
                ? real.withNamedValues(Exported.read(namedValues.get()).namedValues())
                : real;
    }

    private LayerConfiguration withPolicies(LayerConfiguration setup) {
        ExportedPolicies exported = ExportedPolicies.read(policies);
        Map<String, String> values = new HashMap<>(exported.namedValues());
        namedValues.ifPresent(file -> values.putAll(Exported.read(file).namedValues()));
        return setup.withPolicies(exported.documents(), values);
    }

    /** Of what is given, what should be said about its form. */
    List<String> remarks() {
        return easyAuth.map(Exported::read)
                .filter(exported -> ClassicEasyAuth.upgraded(exported.content()).isPresent())
                .map(classic -> List.of(ClassicEasyAuth.UPGRADE))
                .orElse(List.of());
    }

    /** Describes the given files; empty when no file is given. */
    String told() {
        List<String> told = new ArrayList<>();
        if (!policies.isEmpty()) {
            told.add("policies");
        }
        settings.ifPresent(file -> told.add("app settings"));
        easyAuth.ifPresent(file -> told.add("Easy Auth's settings"));
        namedValues.ifPresent(file -> told.add("named values"));
        return told.isEmpty() ? "" : ", except for the given " + String.join(" and ", told);
    }
}

package dev.gatehouse.doctor.token;

import dev.gatehouse.Settings;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.guid.Guid;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tenants whose tokens a layer's configuration is made for. */
record KnownTenants(LayerConfiguration setup) {
    private static final Pattern OF_POLICY =
            Pattern.compile("(?i)(?:tenant-id\\s*=\\s*[\"']|https://(?:login|sts)\\.[a-z.]+/)(" + Guid.FORM + ")");

    List<String> of(Layer layer) {
        return switch (layer) {
            case GUARD ->
                guids(setup.appSettings().getOrDefault(Settings.TENANT_IDS, "")).toList();
            case EASY_AUTH ->
                setup.easyAuth().stream()
                        .flatMap(settings -> guids(settings.openIdIssuer()))
                        .toList();
            case GATEWAY ->
                setup.filledPolicyTexts()
                        .flatMap(text -> OF_POLICY.matcher(text).results().map(found -> found.group(1)))
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /** The hosts of the issuers that a layer can trust: those of the cloud that its configuration names, else of the public one. */
    Set<String> clouds(Layer layer) {
        String text =
                switch (layer) {
                    case GUARD -> setup.appSettings().getOrDefault(Settings.LOGIN_ENDPOINT, "");
                    case EASY_AUTH ->
                        setup.easyAuth().map(EasyAuthSettings::openIdIssuer).orElse("");
                    default -> setup.filledPolicyTexts().collect(Collectors.joining());
                };
        Set<String> hosts = Arrays.stream(Cloud.values())
                .filter(cloud -> text.contains(cloud.loginHost()))
                .flatMap(cloud -> Stream.of(cloud.loginHost(), cloud.stsHost()))
                .collect(Collectors.toSet());
        return hosts.isEmpty() ? Set.of(Cloud.PUBLIC.loginHost(), Cloud.PUBLIC.stsHost()) : hosts;
    }

    private static Stream<String> guids(String text) {
        return Guid.in(text).results().map(found -> found.group());
    }
}

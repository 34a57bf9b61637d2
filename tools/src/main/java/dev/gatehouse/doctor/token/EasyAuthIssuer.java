package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.guid.Guid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An {@code openIdIssuer} of Easy Auth that is not one of the documented forms, {@code <login host>/<tenant>/v2.0} and {@code
 * <login host or sts.windows.net>/<tenant>/}
 * (https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad).
 */
record EasyAuthIssuer(LayerConfiguration setup) {
    static final String HOSTS = Arrays.stream(Cloud.values())
            .flatMap(cloud -> Stream.of(cloud.loginHost(), cloud.stsHost()))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", "|login\\.windows\\.net)"));

    private static final Pattern DOCUMENTED =
            Pattern.compile("https://" + HOSTS + "/" + Guid.FORM + "(?:/|/v2\\.0|/v2\\.0/)?");

    /** With a tenant's name, or for any tenant: the metadata decides, and it is not read here. */
    private static final Pattern NAMED = Pattern.compile("https://" + HOSTS
            + "/(?:common|organizations|consumers|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?:/|/v2\\.0)?");

    /** Where Easy Auth cannot decide because of it. */
    Optional<TokenCause> cause(List<LayerReport> layers) {
        boolean isUndecided = layers.stream()
                .filter(layer -> layer.layer() == Layer.EASY_AUTH && layer.seen())
                .anyMatch(layer -> layer.admitted().isEmpty());
        return isUndecided
                ? setup.easyAuth()
                        .map(EasyAuthSettings::openIdIssuer)
                        .filter(issuer -> !DOCUMENTED.matcher(issuer).matches()
                                && !NAMED.matcher(issuer).matches())
                        .map(this::cause)
                : Optional.empty();
    }

    private TokenCause cause(String issuer) {
        String tenant = Guid.in(issuer)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("<tenant>");
        return new TokenCause(
                "easy-auth-issuer-form",
                Layer.EASY_AUTH.title(),
                "Easy Auth's openIdIssuer " + issuer
                        + " is not a documented form, so its metadata and keys are probably"
                        + " not found there, and every token is refused.",
                "Set openIdIssuer to https://login.microsoftonline.com/" + tenant
                        + "/v2.0 (the host of your cloud, then the" + " tenant's id, then v2.0).");
    }
}

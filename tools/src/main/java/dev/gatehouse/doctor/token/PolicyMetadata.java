package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.redaction.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An {@code openid-config} of a policy whose address is at a login host of Entra, but not where its metadata is
 * (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri).
 */
record PolicyMetadata(LayerConfiguration setup) {
    private static final Pattern URL = Pattern.compile("<openid-config[^>]*\\burl\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern OF_ENTRA = Pattern.compile("https?://" + EasyAuthIssuer.HOSTS + "/.*");
    private static final Pattern DOCUMENTED = Pattern.compile("https://" + EasyAuthIssuer.HOSTS
            + "/[A-Za-z0-9.-]+(?:/v2\\.0)?/\\.well-known/openid-configuration(?:\\?.*)?");

    /** Where the gateway cannot decide because of it. */
    Optional<TokenCause> cause(List<LayerReport> layers) {
        boolean isUndecided = layers.stream()
                .anyMatch(layer ->
                        layer.layer() == Layer.GATEWAY && layer.admitted().isEmpty());
        return isUndecided
                ? setup.filledPolicyTexts()
                        .flatMap(text -> URL.matcher(text).results().map(found -> found.group(1)))
                        .filter(url -> OF_ENTRA.matcher(url).matches()
                                && !DOCUMENTED.matcher(url).matches())
                        .findFirst()
                        .map(PolicyMetadata::cause)
                : Optional.empty();
    }

    private static TokenCause cause(String url) {
        String tenant =
                Guid.in(url).results().map(found -> found.group()).findFirst().orElse("<tenant>");
        return new TokenCause(
                "openid-config-address",
                Layer.GATEWAY.title(),
                "The policy reads the issuer's metadata at " + Redaction.of(url)
                        + ", where Entra has none, so it cannot check any token.",
                "Set the url of openid-config to https://login.microsoftonline.com/" + tenant
                        + "/v2.0/.well-known/openid-configuration (without v2.0 for version 1 tokens).");
    }
}

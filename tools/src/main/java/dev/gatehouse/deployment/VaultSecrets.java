package dev.gatehouse.deployment;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets of the key vaults that are deployed. */
record VaultSecrets(Snapshot snapshot, LocalValues values) {
    /** The one version that a secret has here. */
    static final String VERSION = "1";

    private static final Pattern ID = Pattern.compile("(?i).*/vaults/([^/]+)/secrets/([^/]+)");

    /** The address of a secret, given its resource id. */
    static String uri(String id) {
        Matcher names = ID.matcher(id);
        if (!names.matches()) {
            throw new IllegalArgumentException("not the id of a secret: " + id);
        }
        return "https://" + names.group(1) + ".vault.invalid/secrets/" + names.group(2);
    }

    /** The secret at an address, with or without a version. */
    DeployedResource at(String uri, Properties asking) {
        return snapshot.resources(ResourceTypes.SECRET).stream()
                .filter(each -> uri.equals(uri(each.id())) || uri.equals(uri(each.id()) + "/" + VERSION))
                .findFirst()
                .orElseThrow(() ->
                        asking.fault("secretIdentifier", "is not the address of a secret of this deployment: " + uri));
    }

    /** Key Vault returns a secret outside its validity, but whether API Management accepts it is not documented. */
    String value(DeployedResource secret) {
        Properties properties = Properties.of(secret, values).without("contentType");
        Properties attributes = properties.object("attributes").only("enabled", "true");
        Instant now = values.start().instant();
        attributes.member("exp").instant().filter(end -> !end.isAfter(now)).ifPresent(past -> {
            throw attributes.fault("exp", "is " + past + ": the secret has expired");
        });
        attributes.member("nbf").instant().filter(now::isBefore).ifPresent(future -> {
            throw attributes.fault("nbf", "is " + future + ": the secret is not valid yet");
        });
        String value = properties.required("value");
        properties.end();
        return value;
    }
}

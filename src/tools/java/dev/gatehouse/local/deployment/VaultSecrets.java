package dev.gatehouse.local.deployment;

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

    /** The value of the secret at an address, with or without a version. */
    String at(String uri, Properties asking) {
        Resource secret = snapshot.resources(Counterparts.SECRET).stream()
                .filter(each -> uri.equals(uri(each.id())) || uri.equals(uri(each.id()) + "/" + VERSION))
                .findFirst()
                .orElseThrow(
                        () -> asking.fault("secretIdentifier", "is the address of no secret that is deployed: " + uri));
        return Properties.of(secret, values).required("value");
    }
}

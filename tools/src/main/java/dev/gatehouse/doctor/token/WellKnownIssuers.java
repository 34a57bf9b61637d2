package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.keys.DiscoveryUrl;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The issuers that Entra's metadata is documented to name, for when it is not asked: reporting only, never to admit. */
final class WellKnownIssuers {
    private static final Pattern ADDRESS = Pattern.compile(
            "https://([a-z.]+)/([0-9a-f-]{36}|organizations)(/v2\\.0)?/\\.well-known/openid-configuration");

    private WellKnownIssuers() {}

    static Optional<String> of(DiscoveryUrl metadata) {
        Matcher address = ADDRESS.matcher(metadata.address().toString());
        if (!address.matches()) {
            return Optional.empty();
        }
        String tenant = address.group(2).equals("organizations") ? "{tenantid}" : address.group(2);
        boolean second = address.group(3) != null;
        return Arrays.stream(Cloud.values())
                .filter(cloud -> cloud.loginHost().equals(address.group(1)))
                .findFirst()
                .map(cloud -> second
                        ? "https://" + cloud.loginHost() + "/" + tenant + "/v2.0"
                        : "https://" + cloud.stsHost() + "/" + tenant + "/");
    }
}

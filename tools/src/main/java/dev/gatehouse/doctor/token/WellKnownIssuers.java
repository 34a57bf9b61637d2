package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.keys.DiscoveryUrl;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The documented issuers in Entra's metadata, for reports without online access; never used to accept a token. */
final class WellKnownIssuers {
    private WellKnownIssuers() {}

    static Optional<String> of(DiscoveryUrl metadata) {
        return Arrays.stream(Cloud.values())
                .flatMap(cloud -> issuer(metadata, cloud).stream())
                .findFirst();
    }

    private static Optional<String> issuer(DiscoveryUrl metadata, Cloud cloud) {
        if (metadata.equals(DiscoveryUrl.shared("https://" + cloud.loginHost()))) {
            return Optional.of(new Tenant(DiscoveryUrl.TENANT_PLACE, cloud).issuer(2));
        }
        Tenant tenant = new Tenant(metadata.tenant(), cloud);
        return Stream.of(1, 2)
                .filter(version -> metadata.equals(tenant.metadata(version)))
                .map(tenant::issuer)
                .findFirst();
    }
}

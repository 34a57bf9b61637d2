package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.guid.Guid;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An issuer of Entra, taken apart: {@code https://sts.windows.net/<tenant>/} in version 1,
 * {@code https://login.microsoftonline.com/<tenant>/v2.0} in version 2, with the hosts of each cloud.
 */
public record IssuerForm(String tenant, int version, Cloud cloud) {

    /** Empty for any other text, also for one that differs in case or a slash. */
    public static Optional<IssuerForm> of(String issuer) {
        return Guid.in(issuer).results().map(found -> found.group()).findFirst().flatMap(tenant -> all(tenant)
                .filter(each -> each.text().equals(issuer))
                .findFirst());
    }

    /** The text itself; version 1 of the public cloud and of US Government are the same. */
    public String text() {
        return new Tenant(tenant, cloud).issuer(version);
    }

    String host() {
        return version == 1 ? cloud.stsHost() : cloud.loginHost();
    }

    private static Stream<IssuerForm> all(String tenant) {
        return Arrays.stream(Cloud.values())
                .flatMap(cloud -> Stream.of(1, 2).map(version -> new IssuerForm(tenant, version, cloud)));
    }
}

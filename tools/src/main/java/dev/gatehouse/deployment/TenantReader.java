package dev.gatehouse.deployment;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import java.util.Arrays;
import java.util.List;

/** Reads which tenant, of which cloud, a snapshot is deployed to. */
record TenantReader(Snapshot snapshot) {

    /** The tenant that every key vault must name, and the cloud whose login service the snapshot names. */
    Tenant tenant() {
        String id = snapshot.required(ResourceTypes.VAULT)
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

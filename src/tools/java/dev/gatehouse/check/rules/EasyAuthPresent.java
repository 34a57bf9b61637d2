package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether each function app has Easy Auth at all.
 *
 * @param tagged looks at the apps that are restricted to the service tag of API Management, else at the others
 */
record EasyAuthPresent(boolean tagged) implements Rule.Check {

    @Override
    public void of(Deployed deployed, Notes notes) {
        deployed.all(HostingRules.SITE).filter(EasyAuthPresent::isFunctionApp).forEach(site -> {
            List<EasyAuth> locks = EasyAuth.all(deployed)
                    .filter(lock -> isOf(lock, site, deployed))
                    .toList();
            Optional<Value> tag = serviceTag(site);
            if (locks.isEmpty() && tag.isPresent() == tagged) {
                notes.found(tag.map(Value::place).orElse(site.place()), "no authsettingsV2 is deployed for the app");
            }
            if (!tagged) {
                locks.forEach(lock -> lock.settings()
                        .condition()
                        .ifPresent(condition -> notes.undecided(lock.settings().place(), Notes.atRunTime(condition))));
            }
        });
    }

    private static boolean isOf(EasyAuth lock, Resource site, Deployed deployed) {
        return lock.settings().isBelow(site) || deployed.all(HostingRules.SITE).count() == 1;
    }

    private static boolean isFunctionApp(Resource site) {
        return site.at("kind").text().marked().contains("functionapp")
                || !site.at("properties.functionAppConfig").isAbsent();
    }

    private static Optional<Value> serviceTag(Resource site) {
        return site.at("properties.siteConfig.ipSecurityRestrictions").elements().stream()
                .map(restriction -> restriction.at("ipAddress"))
                .filter(address -> address.text().marked().startsWith("ApiManagement"))
                .findFirst();
    }
}

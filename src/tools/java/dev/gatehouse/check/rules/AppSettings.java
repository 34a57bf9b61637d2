package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Value;
import java.util.stream.Stream;

/** The settings of function apps, wherever they are deployed. */
final class AppSettings {
    private AppSettings() {}

    record Setting(String name, Value value) {}

    static Stream<Setting> of(Deployed deployed) {
        Stream<Setting> inSite = deployed.all("Microsoft.Web/sites")
                .flatMap(site -> site.at("properties.siteConfig.appSettings").elements().stream())
                .map(setting -> new Setting(setting.at("name").text().marked(), setting.at("value")));
        Stream<Setting> apart = deployed.all("Microsoft.Web/sites/config")
                .filter(config -> config.ownName().equalsIgnoreCase("appsettings"))
                .flatMap(config -> config.at("properties").node().properties().stream()
                        .map(entry -> new Setting(
                                entry.getKey(), config.at("properties").named(entry.getKey()))));
        return Stream.concat(inSite, apart);
    }
}

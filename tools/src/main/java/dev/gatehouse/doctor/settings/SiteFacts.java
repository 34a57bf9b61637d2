package dev.gatehouse.doctor.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code az functionapp show} prints of a site: its runtime and plan.
 *
 * @param bytecode the Java version that the staged app was compiled for; empty where no app is staged
 */
public record SiteFacts(JsonNode site, OptionalInt bytecode) {
    private static final Pattern LINUX = Pattern.compile("(?i)([a-z-]+)\\|(.*)");
    private static final Pattern NUMBER = Pattern.compile("(?:1\\.)?(\\d+).*");

    private JsonNode at(String path) {
        JsonNode inside = site.path("properties").at(path);
        return inside.isMissingNode() ? site.at(path) : inside;
    }

    boolean isFlex() {
        return at("/functionAppConfig/runtime").isObject()
                || at("/sku").asText("").equalsIgnoreCase("FlexConsumption");
    }

    List<SettingReport> reports() {
        List<SettingReport> reports = new ArrayList<>();
        String name = "functionAppConfig.runtime";
        String runtime = at("/functionAppConfig/runtime/name").asText("");
        String version = at("/functionAppConfig/runtime/version").asText("");
        if (runtime.isEmpty()) {
            name = "linuxFxVersion";
            String linux = at("/siteConfig/linuxFxVersion")
                    .asText(at("/linuxFxVersion").asText(""));
            Matcher parts = LINUX.matcher(linux);
            runtime = parts.matches() ? parts.group(1) : "";
            version = parts.matches() ? parts.group(2) : "";
        }
        if (runtime.isEmpty()) {
            return reports;
        }
        if (!runtime.equalsIgnoreCase("java")) {
            reports.add(SettingReport.wrong(
                    name,
                    "java",
                    Redaction.of(runtime),
                    "Set the site's runtime to Java: it decides which worker the image has."));
        } else {
            reports.add(java(name, version));
        }
        return reports;
    }

    private SettingReport java(String name, String version) {
        Matcher number = NUMBER.matcher(version);
        int site = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        if (bytecode.isPresent() && site > 0 && bytecode.getAsInt() > site) {
            return SettingReport.wrong(
                    name,
                    "Java " + bytecode.getAsInt() + " or newer",
                    "Java " + site,
                    "Set the site's Java version to " + bytecode.getAsInt() + ", or compile for " + site
                            + " (maven.compiler.release): the worker fails with UnsupportedClassVersionError.");
        }
        return site == 0
                ? SettingReport.note(name, "a Java version", Redaction.of(version), "Set a version, such as 17 or 21.")
                : SettingReport.ok(name, "Java " + site);
    }
}

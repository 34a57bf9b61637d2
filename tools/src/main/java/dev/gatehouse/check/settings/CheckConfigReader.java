package dev.gatehouse.check.settings;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.input.FileChoice;
import dev.gatehouse.check.input.Glob;
import dev.gatehouse.check.report.ReportedPaths;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code gatehouse-check.json}; {@code gatehouse-check.schema.json} says the same for editors.
 *
 * @param here the folder that names of files start from
 */
public record CheckConfigReader(Path here) {
    private static final Set<String> MEMBERS =
            Set.of("$schema", "rules", "include", "exclude", "ignore", "failOn", "baseline");
    private static final Set<String> OF_IGNORED = Set.of("rules", "paths", "place", "reason");
    private static final String OFF = "off";

    /** @throws UnreadableInput when it says something else than the schema allows */
    public CheckConfig read(Path file) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        GivenValue config = GivenValue.of(file).of(MEMBERS);
        Spot spot = Spot.of(new ReportedPaths(here).relative(file.toString()));
        return new CheckConfig(
                severities(config.member("rules")),
                choice(folder, config, "include", "exclude"),
                config.member("ignore").elements().stream()
                        .map(each -> ignored(spot, folder, each.of(OF_IGNORED)))
                        .toList(),
                Optional.of(config.member("failOn"))
                        .filter(GivenValue::isPresent)
                        .map(each -> each.constant(FailOn.values())),
                Optional.of(config.member("baseline"))
                        .filter(GivenValue::isPresent)
                        .map(each -> folder.resolve(each.text())));
    }

    private static Map<String, Optional<FindingSeverity>> severities(GivenValue rules) {
        return rules.members()
                .peek(each -> rule(each, each.name()))
                .collect(Collectors.toMap(GivenValue::name, CheckConfigReader::severity));
    }

    private static Optional<FindingSeverity> severity(GivenValue value) {
        return value.node().asText().equals(OFF)
                ? Optional.empty()
                : Optional.of(value.constant(FindingSeverity.values()));
    }

    private Suppression ignored(Spot spot, Path folder, GivenValue ignored) {
        GivenValue rules = ignored.member("rules");
        List<String> ids =
                rules.elements().stream().map(each -> rule(each, each.text())).toList();
        if (ids.isEmpty()) {
            throw rules.fault("is missing or empty");
        }
        FileChoice files = choice(folder, ignored, "paths", "");
        String place = ignored.member("place").node().asText();
        return new Suppression(
                spot,
                ids,
                ignored.member("reason").text(),
                false,
                (found, at) ->
                        files.has(here.resolve(at.file())) && found.within().contains(place));
    }

    private static FileChoice choice(Path folder, GivenValue of, String include, String exclude) {
        return new FileChoice(folder, globs(of.member(include)), globs(of.member(exclude)));
    }

    private static List<Glob> globs(GivenValue patterns) {
        return patterns.elements().stream().map(each -> new Glob(each.text())).toList();
    }

    private static String rule(GivenValue at, String id) {
        if (!CheckConfig.isRule(id)) {
            throw at.fault("'" + id + "' is no rule; docs/checks.md lists them");
        }
        return id;
    }
}

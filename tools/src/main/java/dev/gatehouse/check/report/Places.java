package dev.gatehouse.check.report;

import dev.gatehouse.check.Finding;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.deployment.Location;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where findings are in the files that a person edits. A policy that is in a file of the reading is there, not in what deploys it. */
public final class Places {
    /** By file and line. */
    public static final Comparator<Reported> ORDER = Comparator.<Reported, String>comparing(
                    each -> each.spot().file())
            .thenComparing(each -> each.spot().orStart(), Spot.ORDER);

    private final InputReading reading;
    private final Map<Location, String> policyFiles = new HashMap<>();

    public Places(InputReading reading) {
        this.reading = reading;
        List<DeployedFile> files = reading.deployments().stream()
                .filter(DeployedFile::isPolicyFile)
                .toList();
        for (DeployedFile deployed : reading.deployments()) {
            files.forEach(file -> deployed.copiesOf(file)
                    .forEach(copy -> policyFiles.putIfAbsent(copy, file.file().file())));
        }
    }

    /** The file that a policy which is deployed was made of. */
    public Optional<String> policyFile(Location policy) {
        return Optional.ofNullable(policyFiles.get(policy));
    }

    public Spot spot(Location place) {
        return policyFile(place.text())
                .map(file -> new Spot(file, place.position()))
                .orElseGet(() -> written(place));
    }

    private Spot written(Location place) {
        return reading.source(place.file()).spot(place);
    }

    /** In the order of files and lines, each mistake once. */
    public List<Reported> of(List<Finding> findings) {
        Map<Mistake, Reported> once = new LinkedHashMap<>();
        findings.stream().filter(each -> !isOfPolicyFile(each)).forEach(each -> {
            Reported reported =
                    Reported.of(each, spot(each.place()), each.place().text().within());
            once.putIfAbsent(Mistake.of(reported), reported);
        });
        findings.stream().filter(this::isOfPolicyFile).forEach(each -> {
            Reported reported = Reported.of(each, spot(each.place()), "");
            Mistake mistake = once.keySet().stream()
                    .filter(other -> other.isAtThePlaceOf(reported))
                    .findFirst()
                    .orElse(Mistake.of(reported));
            once.put(mistake, once.getOrDefault(mistake, reported).alsoAt(written(each.place())));
        });
        return once.values().stream().sorted(ORDER).toList();
    }

    private boolean isOfPolicyFile(Finding finding) {
        return policyFile(finding.place().text()).isPresent();
    }

    /** What several findings may say: of the rounds of a loop, of a module that is used twice, of a policy and its copy. */
    private record Mistake(String rule, Spot spot, String found, String context) {
        static Mistake of(Reported one) {
            boolean isAtLine = one.spot().position().isPresent();
            return new Mistake(one.finding().rule(), one.spot(), one.finding().found(), isAtLine ? "" : one.context());
        }

        /** Values that are filled in change the words. */
        boolean isAtThePlaceOf(Reported other) {
            return rule.equals(other.finding().rule()) && spot.equals(other.spot());
        }
    }
}

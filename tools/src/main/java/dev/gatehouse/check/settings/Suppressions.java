package dev.gatehouse.check.settings;

import dev.gatehouse.check.Finding;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.UndecidedRules;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.report.CheckReport;
import dev.gatehouse.check.report.Places;
import dev.gatehouse.check.report.Reported;
import dev.gatehouse.check.source.PolicyComments;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.deployment.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies what is suppressed in the sources and in the configuration, and reports suppressions without reason or effect. */
public final class Suppressions {
    private final List<Suppression> all = new ArrayList<>();
    private final Set<List<Object>> used = new HashSet<>();
    private final Places places;
    private final CheckConfig config;

    public Suppressions(InputReading reading, Places places, CheckConfig config) {
        this.places = places;
        this.config = config;
        reading.sources().values().stream()
                .flatMap(source -> source.comments().stream())
                .distinct()
                .forEach(comment -> Suppression.of(
                                comment, (place, spot) -> comment.about().has(spot))
                        .ifPresent(all::add));
        reading.deployments().stream()
                .flatMap(deployed -> deployed.policies().stream())
                .filter(policy -> places.policyFile(policy.place()).isEmpty())
                .forEach(this::add);
        all.addAll(config.suppressions());
    }

    /** A policy of a file is suppressed where the file is; one that only a deployment contains, where that has it. */
    private void add(PolicyDocument policy) {
        PolicyComments.of(policy, policy.place().file()).forEach(comment -> Suppression.of(
                        comment.at(places.spot(policy.place().at(comment.at().orStart()))),
                        (place, spot) -> isIn(policy, place) && comment.about().has(place.position()))
                .ifPresent(all::add));
    }

    private boolean isIn(PolicyDocument policy, Location place) {
        return place.text().equals(policy.place())
                || places.policyFile(place.text())
                        .filter(policy.place().file()::equals)
                        .isPresent();
    }

    /** The report with its findings marked. */
    public CheckReport applied(CheckReport report) {
        List<UndecidedRules> undecided =
                report.undecided().stream().flatMap(each -> open(each).stream()).toList();
        Stream<Reported> marked = report.findings().stream().map(this::marked).toList().stream();
        return new CheckReport(
                Stream.concat(report.rules().stream(), config.of(SuppressionRules.ALL))
                        .toList(),
                Stream.concat(marked, mistakes(report.rules()))
                        .sorted(Places.ORDER)
                        .toList(),
                undecided,
                report.reading());
    }

    private Reported marked(Reported each) {
        return of(each.finding().rule(), each.finding().place(), each::spot)
                .map(by -> each.suppressed(by.suppressed()))
                .orElse(each);
    }

    private Optional<UndecidedRules> open(UndecidedRules undecided) {
        List<Rule> open = undecided.rules().stream()
                .filter(rule -> of(rule.id(), undecided.place(), () -> places.spot(undecided.place()))
                        .isEmpty())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndecidedRules(open, undecided.place(), undecided.because()));
    }

    private Optional<Suppression> of(String rule, Location place, Supplier<Spot> spot) {
        List<Suppression> covering =
                all.stream().filter(each -> each.covers(rule, place, spot)).toList();
        covering.forEach(each -> used.add(List.of(each, rule)));
        return covering.stream().filter(each -> !each.reason().isEmpty()).findFirst();
    }

    /** What is wrong with the suppressions; one of a rule that is not looked for has no effect that could be seen. */
    private Stream<Reported> mistakes(List<Rule> on) {
        Set<String> ids = on.stream().map(Rule::id).collect(Collectors.toSet());
        Stream<Reported> unreasoned = all.stream()
                .filter(each -> each.reason().isEmpty())
                .flatMap(each ->
                        mistake(SuppressionRules.WITHOUT_REASON, each, "has no reason, so it suppresses nothing"));
        Stream<Reported> unused = all.stream().flatMap(each -> each.rules().stream()
                .filter(rule -> !used.contains(List.of(each, rule)))
                .filter(rule -> ids.contains(rule) || !CheckConfig.isRule(rule))
                .map(rule -> CheckConfig.isRule(rule) ? rule + " is not found there" : "'" + rule + "' is no rule")
                .flatMap(what -> mistake(SuppressionRules.UNUSED, each, what)));
        return Stream.concat(unreasoned, unused);
    }

    private Stream<Reported> mistake(Rule rule, Suppression of, String what) {
        Location file = Location.of(of.at().file());
        Location place = of.at().position().map(file::at).orElse(file);
        return config.of(List.of(rule)).map(on -> Reported.of(Finding.of(on, place, what), of.at(), ""));
    }
}

package dev.gatehouse.init;

import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.init.GuardInPom.Outcome;
import dev.gatehouse.init.InitReport.Action;
import dev.gatehouse.init.InitReport.BuildPart;
import dev.gatehouse.init.InitReport.ContractPart;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds the guard to an app.
 *
 * @param version of the guard
 * @param jdk the Java version that builds the app
 * @param schema the JSON schema of contracts, which is put beside a new one for editors
 */
public record Init(String version, int jdk, byte[] schema) {

    /**
     * Finds the app, and writes what is missing unless it is a dry run.
     *
     * @param folder the app's, or one above it
     * @throws UnreadableInput when there is no app, it is not built, or one of its files cannot be read or written
     */
    public InitReport run(Path folder, boolean isDryRun) {
        AppFolder app = AppFinder.find(folder);
        FoundApp found = FoundApp.built(app);
        String buildText = GivenText.read(app.buildFile());
        ContractPlan contract = new ContractPlan(found, app.contract(buildText));
        Optional<Pom> pom = app.isMaven() ? Optional.of(Pom.read(app.buildFile())) : Optional.empty();
        ContractPart contractPart = contract.part(pom.map(Pom::artifactId)
                .orElseGet(() -> String.valueOf(app.folder().getFileName())));
        Optional<Outcome> outcome = pom.filter(any -> found.hasHttp()).map(each -> inPom(each, found));
        BuildPart buildPart = outcome.map(each -> part(app, each)).orElseGet(() -> inGradle(found, buildText));
        if (!isDryRun) {
            write(app, contract.file(), contractPart, outcome);
        }
        return new InitReport(
                app.folder().toString(),
                app.name(found.staging().orElseGet(() -> app.classes().get(0))),
                isDryRun,
                found.functions().stream().map(Init::function).toList(),
                contractPart,
                buildPart,
                joined(found.warnings(), oldJava(found, pom)),
                found.hasHttp() ? new NextSteps(app, version).of(contractPart, buildPart) : List.of());
    }

    private Outcome inPom(Pom pom, FoundApp found) {
        GuardInPom guard = new GuardInPom(version, jdk);
        boolean hasGuard = new AppLibraries(found.app(), found.staging()).hasGuard();
        Outcome dependency = guard.dependencyIn(pom, hasGuard);
        if (found.functions().stream().noneMatch(each -> each.listed().isHttp() && !each.isUnseen())) {
            return dependency; // no annotation processor sees any of them
        }
        Outcome processor = guard.processorIn(dependency.pom());
        return new Outcome(
                processor.pom(),
                joined(dependency.changes(), processor.changes()),
                joined(dependency.byHand(), processor.byHand()));
    }

    private static BuildPart part(AppFolder app, Outcome outcome) {
        Action untouched = outcome.byHand().isEmpty() ? Action.KEPT : Action.BY_HAND;
        return new BuildPart(
                app.name(app.buildFile()),
                outcome.changes().isEmpty() ? untouched : Action.WRITTEN,
                outcome.changes(),
                outcome.byHand());
    }

    private BuildPart inGradle(FoundApp found, String buildText) {
        String file = found.app().name(found.app().buildFile());
        if (!found.hasHttp() || buildText.contains(GuardInPom.ARTIFACT)) {
            return new BuildPart(file, found.hasHttp() ? Action.KEPT : Action.NOT_NEEDED, List.of(), List.of());
        }
        String artifact = "(\"" + GuardInPom.GROUP + ":" + GuardInPom.ARTIFACT + ":" + version + "\")";
        return new BuildPart(
                file,
                Action.BY_HAND,
                List.of(),
                List.of(
                        "add to its repositories, until the guard is published:\nmavenLocal()",
                        "add to its dependencies:\nimplementation" + artifact + "\nannotationProcessor" + artifact));
    }

    private void write(AppFolder app, Path contractFile, ContractPart contract, Optional<Outcome> outcome) {
        if (contract.text() != null) {
            NewFile.write(contractFile.resolveSibling(ContractPlan.SCHEMA), schema);
            NewFile.write(contractFile, contract.text().getBytes(StandardCharsets.UTF_8));
        }
        outcome.filter(each -> !each.changes().isEmpty())
                .ifPresent(each -> NewFile.replace(app.buildFile(), each.pom().bytes()));
    }

    private static List<String> oldJava(FoundApp found, Optional<Pom> pom) {
        if (!found.hasHttp() || found.oldRelease().isEmpty()) {
            return List.of();
        }
        List<String> places = pom.map(each -> each.olderJava(FoundApp.JAVA)).orElse(List.of());
        String file = found.app().name(found.app().buildFile());
        return List.of("the app is compiled for Java " + found.oldRelease().get() + "; the guard runs on Java "
                + FoundApp.JAVA + " and newer"
                + ". To fix it, set " + FoundApp.JAVA + " or newer in " + file
                + ", for the compiler and for the function app"
                + (places.isEmpty() ? "." : ": " + String.join("; ", places) + "."));
    }

    private static InitReport.Function function(FoundFunction function) {
        return new InitReport.Function(
                function.listed().name(),
                function.listed().kind(),
                function.listed().entryPoint(),
                function.listed().isHttp()
                        ? methods(function).stream()
                                .map(method -> method + " " + function.listed().route())
                                .toList()
                        : List.of(),
                ContractAgreement.isOpenBySystemKey(function.listed()));
    }

    private static List<String> methods(FoundFunction function) {
        return function.listed().methods().isEmpty()
                ? List.of("any")
                : function.listed().methods();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

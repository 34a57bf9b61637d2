package dev.gatehouse.cli;

import dev.gatehouse.init.InitReport;
import dev.gatehouse.init.InitReport.Action;
import dev.gatehouse.rendering.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code init} prints for people: lines to paste are not wrapped. */
record InitText(InitReport report) {
    private static final String INDENTATION = "    ";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("App " + report.app() + ", functions read from " + report.readFrom() + ".");
        functions(lines);
        if (report.next().isEmpty()) {
            lines.add("The app has no HTTP function, so there is nothing to guard. Nothing was written.");
            return printable(lines);
        }
        contract(lines);
        build(lines);
        if (report.isUnchanged()) {
            lines.add("Nothing was changed.");
        }
        list(lines, "Does not work with the guard yet:", report.warnings());
        lines.add("");
        lines.add("Next:");
        for (int step = 0; step < report.next().size(); step++) {
            lines.add("  " + (step + 1) + ". " + report.next().get(step));
        }
        return printable(lines);
    }

    private static List<String> printable(List<String> lines) {
        return lines.stream().flatMap(String::lines).map(Printable::of).toList();
    }

    private void functions(List<String> lines) {
        List<InitReport.Function> others = new ArrayList<>();
        for (InitReport.Function function : report.functions()) {
            if (function.operations().isEmpty()) {
                others.add(function);
            } else {
                lines.add("  " + function.name() + ": " + String.join(", ", function.operations()));
            }
        }
        Map<String, String> byTrigger = others.stream()
                .collect(Collectors.groupingBy(
                        function -> function.trigger()
                                + (function.isKeyOnly()
                                        ? ", which a system key opens over HTTP: \"keyOnly\" in the contract"
                                        : ""),
                        TreeMap::new,
                        Collectors.mapping(InitReport.Function::name, Collectors.joining(", "))));
        byTrigger.forEach((trigger, names) -> lines.add("  not HTTP, left alone (" + trigger + "): " + names));
        String any = report.functions().stream()
                .filter(each -> each.operations().stream().anyMatch(operation -> operation.startsWith("any ")))
                .map(InitReport.Function::name)
                .collect(Collectors.joining(", "));
        if (!any.isEmpty() && report.contract().action() == Action.WRITTEN) {
            lines.add("  no methods are declared for " + any
                    + ": the contract lists all; delete the lines of those that it does not answer");
        }
        lines.add("");
    }

    private void contract(List<String> lines) {
        InitReport.ContractPart contract = report.contract();
        switch (contract.action()) {
            case WRITTEN -> {
                lines.add(verb("Wrote ", "Would write ") + contract.file() + (report.isDryRun() ? ":" : "."));
                if (report.isDryRun()) {
                    String.valueOf(contract.text()).lines().forEach(line -> lines.add(INDENTATION + line));
                }
            }
            case KEPT ->
                lines.add(contract.file() + " exists, and is kept"
                        + (contract.isIncomplete() ? "." : ": it has every operation."));
            case BY_HAND, NOT_NEEDED -> {}
        }
        if (!contract.missing().isEmpty()) {
            lines.add("It lacks these lines of \"operations\":");
            contract.missing().forEach(line -> lines.add(INDENTATION + line));
        }
        list(lines, "The build will refuse in it:", contract.differences());
    }

    private void build(List<String> lines) {
        InitReport.BuildPart build = report.build();
        build.changes()
                .forEach(change -> lines.add(verb("Added to ", "Would add to ") + build.file() + ": " + change + "."));
        if (build.action() == Action.KEPT) {
            lines.add(build.file() + " has the guard, and is kept.");
        }
        for (String step : build.byHand()) {
            List<String> parts = step.lines().toList();
            lines.add("To do in " + build.file() + ": " + parts.get(0));
            parts.stream().skip(1).forEach(line -> lines.add(INDENTATION + line));
        }
    }

    private static void list(List<String> lines, String heading, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(heading);
            items.forEach(item -> lines.add("  - " + item));
        }
    }

    private String verb(String done, String planned) {
        return report.isDryRun() ? planned : done;
    }
}

package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The required structure of a document: its sections, the policies allowed only once, and those that must be first. */
final class Outline {
    private static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::title).toList();
    private static final Set<String> ONCE_EXECUTED = Set.of("base", "forward-request");
    private static final Set<String> ONLY_ONCE = Set.of("rate-limit", "cors");

    private Outline() {}

    static List<PolicyFault> faults(XmlElement root, String document) {
        if (!root.name().equals("policies")) {
            return List.of(new PolicyFault(document, root.line(), root.shown(), "must be <policies>"));
        }
        List<PolicyFault> faults = new ArrayList<>();
        faults.addAll(Shape.empty().holding(SECTIONS.toArray(String[]::new)).faults(root, document));
        List<String> found = root.children().stream().map(XmlElement::name).toList();
        if (!found.equals(SECTIONS) && SECTIONS.containsAll(found)) {
            faults.add(new PolicyFault(
                    document, root.line(), root.shown(), "must contain each section once, in this order: " + SECTIONS));
        }
        root.children()
                .forEach(section -> faults.addAll(Shape.empty().around(section).faults(section, document)));
        ONLY_ONCE.forEach(name -> checkUniqueness(name, root, document, faults));
        checkCors(root, document, faults);
        root.children()
                .forEach(section -> new SingleUseRule(ONCE_EXECUTED, document).check(section.children(), faults));
        return faults;
    }

    private static void checkUniqueness(String name, XmlElement root, String document, List<PolicyFault> faults) {
        root.all()
                .filter(element -> element.name().equals(name))
                .skip(1)
                .forEach(again -> faults.add(
                        new PolicyFault(document, again.line(), again.shown(), "is allowed only once in a document")));
    }

    /** Otherwise an earlier policy could refuse a call, and its response would lack the headers that the browser needs. */
    @SuppressWarnings("ReferenceEquality") // which of the elements it is
    private static void checkCors(XmlElement root, String document, List<PolicyFault> faults) {
        root.all().filter(element -> element.name().equals("cors")).forEach(cors -> {
            boolean first = root.children().stream()
                    .map(section -> section.children().stream()
                            .dropWhile(child -> child.name().equals("base"))
                            .findFirst())
                    .anyMatch(found -> found.filter(child -> child == cors).isPresent());
            if (!first) {
                faults.add(new PolicyFault(
                        document,
                        cors.line(),
                        cors.shown(),
                        "must be directly in its section, before everything except <base />"));
            }
        });
    }

    /** Statements that a section may execute only once: a second one would repeat the broader scope's policies, or the call. */
    private record SingleUseRule(Set<String> names, String document) {
        /** @return 1 if one of them may be executed, otherwise 0 */
        int check(List<XmlElement> statements, List<PolicyFault> faults) {
            int times = 0;
            for (XmlElement statement : statements) {
                int here = names.contains(statement.name()) ? 1 : inBranches(statement, faults);
                if (times + here > 1) {
                    String why =
                            "is executed after another <base /> or <forward-request />; a section may execute only one of them";
                    faults.add(new PolicyFault(document, statement.line(), statement.shown(), why));
                }
                times = Math.max(times, here);
            }
            return times;
        }

        private int inBranches(XmlElement statement, List<PolicyFault> faults) {
            return statement.name().equals("choose")
                    ? statement.children().stream()
                            .mapToInt(branch -> check(branch.children(), faults))
                            .max()
                            .orElse(0)
                    : 0;
        }
    }
}

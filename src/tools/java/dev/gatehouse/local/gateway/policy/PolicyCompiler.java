package dev.gatehouse.local.gateway.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes policy documents into pipelines, or says everything that stands in the way. */
public final class PolicyCompiler {
    private static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::title).toList();

    private final Deployment deployment;

    public PolicyCompiler(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * Compiles a document.
     *
     * @param broader the next broader scope's; empty for the global document
     * @throws PolicyRefused when anything in it is not executed
     */
    public Pipeline compile(PolicySource source, Optional<Pipeline> broader) {
        List<Fault> faults = new ArrayList<>();
        Element root = deployment.namedValues().filled(PolicyXml.read(source), source.name(), faults);
        checkOutline(root, source.name(), faults);
        stop(faults);
        Scope scope = broader.map(pipeline -> pipeline.scope().narrower()).orElse(Scope.GLOBAL);
        Map<Section, Sequence> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            try {
                Compilation compilation =
                        new Compilation(new Spot(source.name(), scope, section, ""), deployment, broader);
                sections.put(
                        section,
                        compilation.sequence(
                                root.children(section.title()).get(0).children()));
            } catch (PolicyRefused refused) {
                faults.addAll(refused.faults());
            }
        }
        stop(faults);
        return new Pipeline(scope, sections);
    }

    private static void checkOutline(Element root, String document, List<Fault> faults) {
        if (!root.name().equals("policies")) {
            faults.add(new Fault(document, root.line(), root.shown(), "is not <policies>"));
            return;
        }
        faults.addAll(Shape.empty().holding(SECTIONS.toArray(String[]::new)).faults(root, document));
        List<String> found = root.children().stream().map(Element::name).toList();
        if (!found.equals(SECTIONS) && SECTIONS.containsAll(found)) {
            faults.add(new Fault(document, root.line(), root.shown(), "needs each once, in this order: " + SECTIONS));
        }
        root.children()
                .forEach(section -> faults.addAll(Shape.empty().around(section).faults(section, document)));
        checkUniqueness(root, document, faults);
    }

    private static void checkUniqueness(Element root, String document, List<Fault> faults) {
        root.all()
                .filter(element -> element.name().equals("rate-limit"))
                .skip(1)
                .forEach(again -> faults.add(
                        new Fault(document, again.line(), again.shown(), "may stand in a document only once")));
    }

    private static void stop(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
    }
}

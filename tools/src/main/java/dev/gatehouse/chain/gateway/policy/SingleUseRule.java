package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;

/** Statements that a section may execute only once: a second one would repeat the broader scope's policies, or the call. */
record SingleUseRule(Set<String> names, String document) {
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

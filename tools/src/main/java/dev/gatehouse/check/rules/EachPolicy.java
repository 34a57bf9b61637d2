package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;

/** Inspects every policy document. Where an unknown part may matter, the document is undecided except for its known parts. */
record EachPolicy(DocumentCheck check) implements Rule.Inspection {

    interface DocumentCheck {
        void of(PolicyDocument policy, FindingCollector notes);
    }

    interface ElementCheck {
        void of(PolicyDocument policy, XmlElement element, FindingCollector notes);
    }

    /** Looks at every element of one name. */
    static EachPolicy element(String name, ElementCheck check) {
        return new EachPolicy(
                (policy, notes) -> policy.xml().all(name).forEach(element -> check.of(policy, element, notes)));
    }

    @Override
    public void of(DeployedFile deployed, FindingCollector notes) {
        deployed.policies().forEach(policy -> {
            policy.gap().ifPresent(expression -> notes.open(policy.place(), expression));
            if (!policy.isOpaque()) {
                check.of(policy.known(), notes);
            }
        });
    }
}

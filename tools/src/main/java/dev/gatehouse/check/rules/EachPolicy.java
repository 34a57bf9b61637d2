package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.xml.Element;

/** Looks at every policy document; one of which a part is not known that may decide is undecided, but for what is known. */
record EachPolicy(DocumentCheck check) implements Rule.Check {

    interface DocumentCheck {
        void of(PolicyDocument policy, Notes notes);
    }

    interface ElementCheck {
        void of(PolicyDocument policy, Element element, Notes notes);
    }

    /** Looks at every element of one name. */
    static EachPolicy element(String name, ElementCheck check) {
        return new EachPolicy(
                (policy, notes) -> policy.xml().all(name).forEach(element -> check.of(policy, element, notes)));
    }

    @Override
    public void of(Deployed deployed, Notes notes) {
        deployed.policies().forEach(policy -> {
            policy.gap().ifPresent(expression -> notes.undecided(policy.place(), Notes.atRunTime(expression)));
            if (!policy.isOpaque()) {
                check.of(policy.known(), notes);
            }
        });
    }
}

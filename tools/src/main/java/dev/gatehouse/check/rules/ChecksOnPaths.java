package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a token, or another proof of who calls, is checked on every path through statements.
 *
 * @param fragments the fragments that can be included
 */
record ChecksOnPaths(List<PolicyDocument> fragments) {
    private static final Set<String> ENDS = Set.of("return-response", "mock-response");
    private static final Set<String> BLOCKS = Set.of("retry", "limit-concurrency", "wait");

    /** In the order of certainty. */
    enum Presence {
        ABSENT,
        UNKNOWN,
        PRESENT;

        static Presence lower(Presence one, Presence other) {
            return one.ordinal() < other.ordinal() ? one : other;
        }

        static Presence higher(Presence one, Presence other) {
            return one.ordinal() > other.ordinal() ? one : other;
        }
    }

    ChecksOnPaths {
        fragments = List.copyOf(fragments);
    }

    static ChecksOnPaths in(DeployedFile deployed) {
        return new ChecksOnPaths(deployed.policies().stream()
                .filter(policy -> policy.scope() == PolicyScope.FRAGMENT)
                .toList());
    }

    Presence of(List<XmlElement> statements) {
        return statements.stream().map(this::of).reduce(Presence.ABSENT, Presence::higher);
    }

    private Presence of(XmlElement statement) {
        if (isCheck(statement) || ENDS.contains(statement.name())) {
            return Presence.PRESENT;
        }
        if (statement.is("include-fragment")) {
            return ofFragment(statement.attribute("fragment-id").orElse(""));
        }
        if (BLOCKS.contains(statement.name())) {
            return of(statement.children());
        }
        return statement.is("choose") ? ofChoice(statement) : Presence.ABSENT;
    }

    static boolean isCheck(XmlElement statement) {
        return TokenRules.VALIDATIONS.contains(statement.name()) || statement.is("validate-client-certificate");
    }

    private Presence ofFragment(String id) {
        Optional<PolicyDocument> fragment = fragments.stream()
                .filter(each -> each.owner().get(each.owner().size() - 1).equals(id))
                .findFirst();
        if (fragment.isEmpty() || fragment.get().gap().isPresent()) {
            return Presence.UNKNOWN;
        }
        List<XmlElement> statements = fragment.get().xml().roots().stream()
                .flatMap(root -> root.children().stream())
                .filter(each -> !each.is("include-fragment")
                        || !each.attribute("fragment-id").equals(Optional.of(id)))
                .toList();
        Presence inside = of(statements);
        return fragment.get().condition().isPresent() && inside == Presence.PRESENT ? Presence.UNKNOWN : inside;
    }

    private Presence ofChoice(XmlElement choose) {
        if (isAvoidable(choose)) {
            return Presence.PRESENT; // which is a mistake of another kind
        }
        if (choose.children("when").stream().anyMatch(ChecksOnPaths::isOwnCheck)) {
            return Presence.PRESENT;
        }
        List<Presence> paths = paths(choose);
        Presence least = paths.stream().reduce(Presence.PRESENT, Presence::lower);
        boolean some = paths.stream().anyMatch(each -> each != Presence.ABSENT) && checksSomewhere(choose);
        return least == Presence.ABSENT && some ? Presence.UNKNOWN : least;
    }

    /** Paths that end the call say nothing about those that go on. */
    private boolean checksSomewhere(XmlElement choose) {
        return choose.all().anyMatch(each -> isCheck(each) || each.is("include-fragment"));
    }

    /** Of each branch, and of the call that enters none of them. */
    private List<Presence> paths(XmlElement choose) {
        List<Presence> paths = new ArrayList<>();
        boolean isWhole = !choose.children("otherwise").isEmpty();
        for (XmlElement branch : choose.children()) {
            PolicyCondition condition = PolicyCondition.of(branch);
            isWhole |= condition.isAllButPreflight();
            if (!condition.isPreflight() && !condition.isNeverTrue()) {
                paths.add(condition.isOfCertificate() ? Presence.PRESENT : of(branch.children()));
            }
        }
        if (!isWhole) {
            paths.add(Presence.ABSENT);
        }
        return paths;
    }

    /** Whether the caller decides whether a token is checked, or nothing ever decides so. */
    boolean isAvoidable(XmlElement choose) {
        boolean someChecks =
                choose.children().stream().anyMatch(branch -> branch.all().anyMatch(ChecksOnPaths::isCheck));
        boolean byCaller = choose.children("when").stream()
                .map(PolicyCondition::of)
                .anyMatch(condition -> condition.isNeverTrue()
                        || (condition.isOfCaller()
                                && !condition.isOfKnownSecret()
                                && !condition.isPreflight()
                                && !condition.isAllButPreflight()));
        return someChecks && byCaller && paths(choose).contains(Presence.ABSENT);
    }

    /** Whether the checks in it are in branches whose condition is never true. */
    static boolean isNeverEntered(XmlElement choose) {
        return choose.children("when").stream()
                .filter(branch -> branch.all().anyMatch(ChecksOnPaths::isCheck))
                .allMatch(branch -> PolicyCondition.of(branch).isNeverTrue());
    }

    /** A branch that rejects callers without a certificate, or without a secret that the gateway knows. */
    private static boolean isOwnCheck(XmlElement when) {
        PolicyCondition condition = PolicyCondition.of(when);
        boolean rejects = when.children("return-response").stream()
                .flatMap(answer -> answer.children("set-status").stream())
                .anyMatch(status -> status.attribute("code")
                        .filter(Set.of("401", "403")::contains)
                        .isPresent());
        return rejects && (condition.isOfCertificate() || condition.isOfKnownSecret());
    }
}

package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the versions of tokens that are issued, and accepted at the gateway, with the contract's. */
final class ContractVersions {
    private ContractVersions() {}

    static void compare(DeployedFile deployed, FindingCollector notes) {
        deployed.contract().map(Contract::tokenVersions).ifPresent(wanted -> {
            Registration.apis(deployed).forEach(api -> issued(api, wanted.get(0), notes));
            deployed.policies().stream().filter(ContractVersions::isOfApi).forEach(policy -> TokenRules.validations(
                            policy)
                    .filter(validation -> TokenRules.claim(validation, "ver").isEmpty())
                    .forEach(validation -> notes.found(
                            policy.at(validation), "tokens of any version are accepted, the contract says " + wanted)));
            deployed.policies().forEach(policy -> policy.xml().all("claim").stream()
                    .filter(claim ->
                            claim.attribute("name").filter("ver"::equals).isPresent())
                    .forEach(claim -> accepted(policy, claim, wanted, notes)));
        });
    }

    private static boolean isOfApi(PolicyDocument policy) {
        return policy.scope() == PolicyScope.API || policy.scope() == PolicyScope.GLOBAL;
    }

    private static void issued(Registration api, String wanted, FindingCollector notes) {
        if (!notes.undecided(api.requestedVersion()) && !wanted.startsWith(String.valueOf(api.tokenVersion()))) {
            notes.found(
                    api.requestedVersion().place(),
                    "tokens are of version " + api.tokenVersion() + ", the contract wants " + wanted);
        }
    }

    private static void accepted(PolicyDocument policy, XmlElement claim, List<String> wanted, FindingCollector notes) {
        Set<String> accepted =
                claim.children("value").stream().map(XmlElement::text).collect(Collectors.toCollection(TreeSet::new));
        PartialText all = new PartialText(String.join(", ", accepted));
        if (!all.isKnown()) {
            notes.open(policy.at(claim), all.unknown().orElse(""));
        } else if (!accepted.equals(Set.copyOf(wanted))) {
            notes.found(
                    policy.at(claim),
                    "the versions " + FindingCollector.shown(accepted.toString()) + " are accepted, the contract says "
                            + new TreeSet<>(wanted));
        }
    }
}

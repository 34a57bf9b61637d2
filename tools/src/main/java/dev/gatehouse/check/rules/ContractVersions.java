package dev.gatehouse.check.rules;

import dev.gatehouse.arm.Text;
import dev.gatehouse.check.Notes;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.PolicyScope;
import dev.gatehouse.check.xml.Element;
import dev.gatehouse.contract.Contract;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The versions of tokens that are issued, and accepted at the gateway, beside the contract's. */
final class ContractVersions {
    private ContractVersions() {}

    static void compare(Deployed deployed, Notes notes) {
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

    private static void issued(Registration api, String wanted, Notes notes) {
        if (!notes.undecided(api.requestedVersion()) && !wanted.startsWith(String.valueOf(api.tokenVersion()))) {
            notes.found(
                    api.requestedVersion().place(),
                    "tokens are of version " + api.tokenVersion() + ", the contract wants " + wanted);
        }
    }

    private static void accepted(PolicyDocument policy, Element claim, List<String> wanted, Notes notes) {
        Set<String> accepted =
                claim.children("value").stream().map(Element::text).collect(Collectors.toCollection(TreeSet::new));
        Text all = new Text(String.join(", ", accepted));
        if (!all.isKnown()) {
            notes.undecided(policy.at(claim), Notes.atRunTime(all.unknown().orElse("")));
        } else if (!accepted.equals(Set.copyOf(wanted))) {
            notes.found(
                    policy.at(claim),
                    "the versions " + Notes.shown(accepted.toString()) + " are accepted, the contract says "
                            + new TreeSet<>(wanted));
        }
    }
}

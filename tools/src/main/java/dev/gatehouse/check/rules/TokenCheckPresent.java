package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether every call of an API has its token validated, at the scope of the API or of all APIs, or in each operation.
 *
 * @param withKey looks at the APIs that require a subscription, else at those that do not
 */
record TokenCheckPresent(boolean withKey) implements Rule.Inspection {

    /** In the order of certainty. */
    private enum Presence {
        ABSENT,
        UNKNOWN,
        PRESENT
    }

    @Override
    public void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.API).forEach(api -> {
            ResourceValue required = api.at("properties.subscriptionRequired");
            boolean key = required.isAbsent()
                    || required.unknown().isPresent()
                    || required.node().asBoolean();
            if (key == withKey) {
                note(api, presence(deployed, api), notes);
            }
        });
    }

    private void note(DeployedResource api, Presence presence, FindingCollector notes) {
        if (presence == Presence.ABSENT) {
            notes.found(
                    api.place(),
                    "no policy of the API or of all APIs validates a token"
                            + (withKey
                                    ? "; only a subscription key is required"
                                    : ", and no subscription is required"));
        } else if (presence == Presence.UNKNOWN) {
            notes.undecided(
                    api.place(),
                    "the token is validated on a condition, in a fragment, or in a policy that may not be deployed");
        }
    }

    private static Presence presence(DeployedFile deployed, DeployedResource api) {
        List<PolicyDocument> own = documents(deployed, PolicyScope.API, api);
        Presence broader = own.isEmpty() || own.stream().anyMatch(TokenCheckPresent::runsBase)
                ? broader(deployed, api)
                        .map(document -> in(document, deployed))
                        .reduce(Presence.ABSENT, TokenCheckPresent::higher)
                : Presence.ABSENT;
        Presence here = own.stream()
                .map(document -> of(document, own, deployed))
                .reduce(TokenCheckPresent::lower)
                .map(each -> higher(each, broader))
                .orElse(broader);
        return here == Presence.ABSENT ? inOperations(deployed, api) : here;
    }

    /** Only when every operation has its own. */
    private static Presence inOperations(DeployedFile deployed, DeployedResource api) {
        return deployed.all(ResourceTypes.OPERATION)
                .filter(operation -> operation.isBelow(api))
                .map(operation -> documents(deployed, PolicyScope.OPERATION, operation).stream()
                        .map(document -> in(beside(operation, document), deployed))
                        .reduce(Presence.ABSENT, TokenCheckPresent::higher))
                .reduce(TokenCheckPresent::lower)
                .orElse(Presence.ABSENT);
    }

    /** Where both depend on one condition, no operation is deployed without its policy. */
    private static PolicyDocument beside(DeployedResource operation, PolicyDocument document) {
        return document.condition().equals(operation.condition()) ? document.onlyIf(Optional.empty()) : document;
    }

    /** Those of all APIs, and of the workspace that the API is in. */
    private static Stream<PolicyDocument> broader(DeployedFile deployed, DeployedResource api) {
        return deployed.policies().stream()
                .filter(policy -> policy.scope() == PolicyScope.GLOBAL
                        || (policy.scope() == PolicyScope.WORKSPACE
                                && policy.owner()
                                        .equals(api.names()
                                                .subList(0, api.names().size() - 1))));
    }

    private static List<PolicyDocument> documents(DeployedFile deployed, PolicyScope scope, DeployedResource owner) {
        return deployed.policies().stream()
                .filter(policy -> policy.scope() == scope)
                .filter(policy -> policy.owner().equals(owner.names()))
                .toList();
    }

    private static Presence in(PolicyDocument policy, DeployedFile deployed) {
        if (policy.section("inbound").anyMatch(TokenCheckPresent::validates)) {
            return policy.condition().isPresent() ? Presence.UNKNOWN : Presence.PRESENT;
        }
        boolean perhaps = policy.section("inbound")
                .flatMap(XmlElement::all)
                .anyMatch(element -> validates(element) || element.is("include-fragment"));
        if (perhaps) {
            return inFragments(policy, deployed);
        }
        return policy.gap().isPresent() ? Presence.UNKNOWN : Presence.ABSENT;
    }

    private static Presence inFragments(PolicyDocument policy, DeployedFile deployed) {
        List<String> included = policy.section("inbound")
                .filter(element -> element.is("include-fragment"))
                .flatMap(element -> element.attribute("fragment-id").stream())
                .toList();
        boolean certain = deployed.policies().stream()
                .filter(fragment -> fragment.scope() == PolicyScope.FRAGMENT
                        && fragment.condition().isEmpty()
                        && included.contains(
                                fragment.owner().get(fragment.owner().size() - 1)))
                .flatMap(fragment -> fragment.xml().roots().stream())
                .flatMap(root -> root.children().stream())
                .anyMatch(TokenCheckPresent::validates);
        return certain && policy.condition().isEmpty() ? Presence.PRESENT : Presence.UNKNOWN;
    }

    private static boolean validates(XmlElement element) {
        return TokenRules.VALIDATIONS.contains(element.name());
    }

    private static boolean runsBase(PolicyDocument policy) {
        return policy.section("inbound").anyMatch(element -> element.is("base"));
    }

    /** Of several only one is deployed, as their conditions say. */
    private static Presence of(PolicyDocument policy, List<PolicyDocument> all, DeployedFile deployed) {
        Presence presence = in(policy, deployed);
        boolean perhaps = all.size() > 1 && policy.condition().isPresent();
        return perhaps && presence == Presence.ABSENT ? Presence.UNKNOWN : presence;
    }

    private static Presence lower(Presence one, Presence other) {
        return one.ordinal() < other.ordinal() ? one : other;
    }

    private static Presence higher(Presence one, Presence other) {
        return one.ordinal() > other.ordinal() ? one : other;
    }
}

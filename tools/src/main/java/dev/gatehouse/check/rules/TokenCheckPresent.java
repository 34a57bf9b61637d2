package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.rules.ChecksOnPaths.Presence;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether every call of an API has its token validated, at the scope of the API or of all APIs, or in each operation.
 *
 * @param withKey looks at the APIs that require a subscription, else at those that do not
 */
record TokenCheckPresent(boolean withKey) implements Rule.Inspection {
    private static final Pattern FOR_ANYONE = Pattern.compile(
            "(?i)/?(\\.well-known/.*|(.*/)?(authorize|token|register|consent|login|logout|sign-?in|sign-?out|(oauth-?)?callback))");

    @Override
    public void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.API).forEach(api -> {
            ResourceValue required = api.at("properties.subscriptionRequired");
            boolean key = required.isAbsent()
                    || required.unknown().isPresent()
                    || required.node().asBoolean();
            if (key == withKey) {
                note(api, deployed, notes);
            }
        });
    }

    private void note(DeployedResource api, DeployedFile deployed, FindingCollector notes) {
        Presence presence = presence(deployed, api);
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
            onTheWay(deployed, api)
                    .flatMap(policy -> Stream.concat(policy.gap().stream(), policy.condition().stream()))
                    .forEach(notes::opened);
        }
    }

    private static Stream<PolicyDocument> onTheWay(DeployedFile deployed, DeployedResource api) {
        return deployed.policies().stream()
                .filter(policy -> policy.scope() == PolicyScope.GLOBAL
                        || (policy.owner().size() >= api.names().size()
                                && policy.owner().subList(0, api.names().size()).equals(api.names())));
    }

    private static Presence presence(DeployedFile deployed, DeployedResource api) {
        List<PolicyDocument> own = documents(deployed, PolicyScope.API, api);
        Presence broader = own.isEmpty() || own.stream().anyMatch(TokenCheckPresent::runsBase)
                ? broader(deployed, api)
                        .map(document -> in(document, deployed))
                        .reduce(Presence.ABSENT, Presence::higher)
                : Presence.ABSENT;
        Presence here = own.stream()
                .map(document -> of(document, own, deployed))
                .reduce(Presence::lower)
                .map(each -> Presence.higher(each, broader))
                .orElse(broader);
        return here == Presence.ABSENT ? inOperations(deployed, api) : here;
    }

    /** Only when every operation has its own. */
    private static Presence inOperations(DeployedFile deployed, DeployedResource api) {
        List<DeployedResource> operations = deployed.all(ResourceTypes.OPERATION)
                .filter(operation -> operation.isBelow(api))
                .toList();
        List<DeployedResource> guarded =
                operations.stream().filter(each -> !isForAnyone(each)).toList();
        if (guarded.isEmpty()) {
            return operations.isEmpty() ? Presence.ABSENT : Presence.PRESENT;
        }
        return guarded.stream()
                .map(operation -> documents(deployed, PolicyScope.OPERATION, operation).stream()
                        .map(document -> in(beside(operation, document), deployed))
                        .reduce(Presence.ABSENT, Presence::higher))
                .reduce(Presence::lower)
                .orElse(Presence.ABSENT);
    }

    /** What a caller without a token must be able to call: preflights, discovery, signing in and out. */
    private static boolean isForAnyone(DeployedResource operation) {
        return operation.at("properties.method").text().marked().equalsIgnoreCase("OPTIONS")
                || FOR_ANYONE
                        .matcher(operation.at("properties.urlTemplate").text().marked())
                        .matches();
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
        Presence presence =
                ChecksOnPaths.in(deployed).of(policy.section("inbound").toList());
        if (presence == Presence.PRESENT) {
            return policy.condition().isPresent() ? Presence.UNKNOWN : Presence.PRESENT;
        }
        return policy.gap().isPresent() ? Presence.UNKNOWN : presence;
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
}

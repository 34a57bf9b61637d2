package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the gateway sends the tokens of its identity. */
final class IdentityTokenRules {
    private static final String IDENTITY = "authentication-managed-identity";
    private static final String VARIABLE = "output-token-variable-name";

    static final List<Rule> ALL = List.of(new Rule(
            "identity-token-sent-elsewhere",
            "Whoever receives the identity's token can use it in the identity's name until it expires."
                    + DocLinks.MANAGED_IDENTITY,
            "Send it over https to a fixed address of the API that it is issued for.",
            IdentityTokenRules::identity));

    private IdentityTokenRules() {}

    private static void identity(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((written, inner) -> {
                    PolicyDocument policy = VariableTrace.in(written);
                    CallRules.calls(policy).forEach(call -> identities(policy, call)
                            .forEach(identity -> identity(policy, identity, CallRules.target(call), inner)));
                    policy.section("inbound")
                            .filter(each -> !CallRules.CALLS.contains(each.name()))
                            .flatMap(each -> ofBackend(policy, each))
                            .forEach(each -> backend(deployed, policy)
                                    .ifPresent(target -> identity(policy, each, target, inner)));
                })
                .of(deployed, notes);
    }

    /** The identities whose tokens a call sends: its own, or those in variables that it reads. */
    private static Stream<XmlElement> identities(PolicyDocument policy, XmlElement call) {
        return Stream.concat(call.children(IDENTITY).stream(), kept(policy).filter(each -> reads(call, each)));
    }

    /** The identity whose token a statement gives to the call to the backend. */
    private static Stream<XmlElement> ofBackend(PolicyDocument policy, XmlElement statement) {
        if (statement.is(IDENTITY)) {
            return Stream.of(statement).filter(each -> each.attribute(VARIABLE).isEmpty());
        }
        return statement.is("set-header") ? kept(policy).filter(each -> reads(statement, each)) : Stream.of();
    }

    /** Those whose token is in a variable. */
    private static Stream<XmlElement> kept(PolicyDocument policy) {
        return policy.xml().all(IDENTITY).stream()
                .filter(each -> each.attribute(VARIABLE).isPresent());
    }

    private static boolean reads(XmlElement element, XmlElement identity) {
        String name = '"' + identity.attribute(VARIABLE).orElse("") + '"';
        return element.all()
                .anyMatch(
                        each -> each.text().contains("Variables") && each.text().contains(name));
    }

    /** The last that the document sets, else the service of the API that it belongs to. */
    private static Optional<CallTarget> backend(DeployedFile deployed, PolicyDocument policy) {
        List<XmlElement> set = policy.section("inbound")
                .filter(each -> each.is("set-backend-service"))
                .toList();
        if (!set.isEmpty()) {
            return set.get(set.size() - 1).attribute("base-url").map(CallTarget::new);
        }
        return deployed.all(ResourceTypes.API)
                .filter(api -> policy.owner().equals(api.names()))
                .map(api ->
                        new CallTarget(api.at("properties.serviceUrl").text().marked()))
                .findFirst();
    }

    private static void identity(
            PolicyDocument policy, XmlElement identity, CallTarget target, FindingCollector notes) {
        String resource = identity.attribute("resource").orElse("");
        if (target.isChosenByCaller()) {
            notes.found(policy.at(identity), "the identity's token is sent to an address that the caller chooses");
        } else if (target.isHttp()) {
            notes.found(policy.at(identity), "the identity's token is sent over http");
        } else if (target.isForeignTo(resource)) {
            notes.found(
                    policy.at(identity),
                    "a token for " + FindingCollector.shown(resource) + " is sent to "
                            + target.host().orElse(""));
        }
    }
}

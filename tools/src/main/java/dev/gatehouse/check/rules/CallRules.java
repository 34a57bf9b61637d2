package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the gateway sends tokens: its identity's and the callers'. */
final class CallRules {
    static final Set<String> CALLS = Set.of("send-request", "send-one-way-request");

    private static final String IDENTITY = "authentication-managed-identity";
    private static final Pattern OWN_TOKEN = Pattern.compile("Request\\s*\\.\\s*Headers\\b[^;]{0,80}\"Authorization\"");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "identity-token-sent-elsewhere",
                    "Whoever receives the identity's token can use it in the identity's name until it expires."
                            + DocLinks.MANAGED_IDENTITY,
                    "Send it over https to a fixed address of the API that it is issued for.",
                    CallRules::identity),
            new Rule(
                    "token-sent-elsewhere",
                    "The request contains the caller's token: its receiver can call the API as the caller."
                            + DocLinks.SEND_REQUEST,
                    "Set mode to new without Authorization, or delete Authorization from the copy.",
                    new EachPolicy((policy, notes) -> calls(policy).forEach(call -> token(policy, call, notes)))));

    private CallRules() {}

    static Stream<XmlElement> calls(PolicyDocument policy) {
        return policy.xml().all().filter(element -> CALLS.contains(element.name()));
    }

    static CallTarget target(XmlElement call) {
        return new CallTarget(call.children("set-url").stream()
                .map((XmlElement url) -> url.text())
                .findFirst()
                .orElse(""));
    }

    private static void identity(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((policy, inner) -> {
                    calls(policy)
                            .filter(call -> !call.children(IDENTITY).isEmpty())
                            .forEach(call ->
                                    identity(policy, call.children(IDENTITY).get(0), target(call), inner));
                    policy.section("inbound")
                            .filter(each -> each.is(IDENTITY))
                            .filter(each ->
                                    each.attribute("output-token-variable-name").isEmpty())
                            .forEach(each -> backend(deployed, policy)
                                    .ifPresent(target -> identity(policy, each, target, inner)));
                })
                .of(deployed, notes);
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

    private static void token(PolicyDocument policy, XmlElement call, FindingCollector notes) {
        boolean copies = call.attribute("mode").filter("copy"::equalsIgnoreCase).isPresent();
        Optional<XmlElement> header = call.children("set-header").stream()
                .filter(each -> each.attribute("name")
                        .filter("Authorization"::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
        if (!isElsewhere(target(call))) {
            return;
        }
        if (copies
                && header.flatMap(each -> each.attribute("exists-action"))
                        .filter(action -> action.matches("delete|override"))
                        .isEmpty()) {
            notes.found(policy.at(call), call.shown().replace(">", " mode=\"copy\">") + " keeps Authorization");
        } else if (header.filter(CallRules::isOwnToken).isPresent()) {
            notes.found(
                    policy.at(header.get()),
                    "the caller's token is sent to "
                            + FindingCollector.shown(target(call).url()));
        }
    }

    private static boolean isOwnToken(XmlElement header) {
        return header.children("value").stream()
                .anyMatch(value -> OWN_TOKEN.matcher(value.text()).find());
    }

    /** Not to the issuer, nor to what an expression or a named value names. */
    private static boolean isElsewhere(CallTarget target) {
        return target.isHttp()
                || target.isChosenByCaller()
                || target.host()
                        .filter(host -> !EntraUrl.isEntras("https://" + host))
                        .isPresent();
    }
}

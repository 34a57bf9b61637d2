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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the gateway sends its callers' tokens. */
final class CallRules {
    static final Set<String> CALLS = Set.of("send-request", "send-one-way-request");

    /** Where an authorization server or resource is asked about a token (RFC 7662; OpenID Connect Core, 5.3). */
    private static final Pattern ASKED = Pattern.compile("(?i)/(introspect\\w*|userinfo|tokeninfo)\\b");

    private static final Pattern OWN_TOKEN =
            Pattern.compile("Request\\s*\\.\\s*Headers\\b[^;]{0,80}\"Authorization\"(?![^;]{0,80}AsJwt)");

    static final List<Rule> ALL = List.of(new Rule(
            "token-sent-elsewhere",
            "The request contains the caller's token: its receiver can call the API as the caller."
                    + DocLinks.SEND_REQUEST,
            "Set mode to new without Authorization, or delete Authorization from the copy.",
            CallRules::tokens));

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

    private static void tokens(DeployedFile deployed, FindingCollector notes) {
        Set<String> own = ownHosts(deployed);
        new EachPolicy((written, inner) -> {
                    PolicyDocument policy = VariableTrace.in(written);
                    calls(policy)
                            .filter(call ->
                                    target(call).host().filter(own::contains).isEmpty())
                            .forEach(call -> token(policy, call, inner));
                })
                .of(deployed, notes);
    }

    /** The hosts of the gateway's backends, which receive the callers' tokens anyway. */
    private static Set<String> ownHosts(DeployedFile deployed) {
        Stream<String> deployedOnes = Stream.concat(
                        deployed.all(ResourceTypes.API).map(api -> api.at("properties.serviceUrl")),
                        deployed.all(ResourceTypes.BACKEND).map(backend -> backend.at("properties.url")))
                .map(url -> url.text().marked());
        Stream<String> named = deployed.policies().stream()
                .flatMap(policy -> policy.xml().all("set-backend-service").stream())
                .flatMap(each -> each.attribute("base-url").stream());
        return Stream.concat(deployedOnes, named)
                .flatMap(url -> new CallTarget(url).host().stream())
                .collect(Collectors.toSet());
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
        } else {
            call.all()
                    .filter(part -> OWN_TOKEN.matcher(part.text()).find())
                    .findFirst()
                    .ifPresent(part -> notes.found(
                            policy.at(part),
                            "the caller's token is sent to "
                                    + FindingCollector.shown(target(call).url())));
        }
    }

    /** Not to the issuer, nor to what an expression or a named value names. */
    private static boolean isElsewhere(CallTarget target) {
        if (ASKED.matcher(target.url()).find()) {
            return false;
        }
        return target.isHttp()
                || target.isChosenByCaller()
                || target.host()
                        .filter(host -> !EntraUrl.isEntras("https://" + host))
                        .isPresent();
    }
}

package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Headers that the caller decides: of requests to the function, and of responses. */
final class HeaderRules {
    private static final Pattern OF_TOKEN = Pattern.compile(
            "\\bJwt\\b|AsJwt|\\.\\s*Claims\\b|context\\s*\\.\\s*(User|Subscription)\\b|Request\\s*\\.\\s*Certificate\\b");
    private static final Pattern IDENTITY_HEADER = Pattern.compile("(?i)x-ms-(client-principal|token-aad)\\S*"
            + "|x-forwarded-(user|email|groups)|x-(auth(enticated)?-)?user(-?(id|oid|name|email|roles?|groups?))?"
            + "|x-(caller|principal|roles?|scopes?|groups?|oid)(-?(id|oid|app|name|roles?|scopes?))?");

    /** A path of the gateway's own. */
    private static final Pattern OWN_PATH = Pattern.compile("(?s)@\\([\\s(]*\\$?\"/(?![/\\\\]).*");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "identity-header-kept",
                    "A caller who sends the header decides what the function reads there." + DocLinks.SET_HEADER,
                    "Set exists-action to override.",
                    new EachPolicy((policy, notes) -> ofRequest(VariableTrace.in(policy))
                            .filter(HeaderRules::keeps)
                            .forEach(header -> notes.found(
                                    policy.at(header),
                                    "<set-header> keeps what the caller sends as "
                                            + FindingCollector.shown(
                                                    header.attribute("name").orElse("")))))),
            new Rule(
                    "open-redirect",
                    "A link to the gateway leads anywhere that its author wishes, with the gateway's good name."
                            + DocLinks.SET_HEADER,
                    "Redirect to fixed addresses only.",
                    new EachPolicy((policy, notes) -> VariableTrace.in(policy).xml().all("set-header").stream()
                            .filter(header -> header.attribute("name")
                                    .filter("Location"::equalsIgnoreCase)
                                    .isPresent())
                            .filter(HeaderRules::leadsAnywhere)
                            .forEach(header -> notes.found(policy.at(header), "Location is taken from the request")))));

    private HeaderRules() {}

    /** The headers of the call to the backend; those of other calls start empty, or are copies. */
    private static Stream<XmlElement> ofRequest(PolicyDocument policy) {
        return Stream.of("inbound", "backend")
                .flatMap(policy::section)
                .flatMap(XmlElement::all)
                .filter(element -> element.is("set-header"));
    }

    private static boolean keeps(XmlElement header) {
        boolean keeps = header.attribute("exists-action")
                .filter(action -> Set.of("skip", "append").contains(action))
                .isPresent();
        boolean isIdentity = header.attribute("name")
                        .filter(name -> IDENTITY_HEADER.matcher(name).matches())
                        .isPresent()
                || header.children("value").stream()
                        .anyMatch(value -> OF_TOKEN.matcher(value.text()).find());
        return keeps && isIdentity;
    }

    private static boolean leadsAnywhere(XmlElement header) {
        return header.children("value").stream()
                .flatMap(value -> ExpressionValues.of(value.text()).stream())
                .anyMatch(value -> new CallTarget(value).isChosenByCaller()
                        && !OWN_PATH.matcher(value).matches());
    }
}

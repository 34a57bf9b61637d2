package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.gateway.GatewayTokenChecks;
import dev.gatehouse.chain.gateway.policy.DocumentScope;
import dev.gatehouse.chain.gateway.policy.NamedValues;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import dev.gatehouse.chain.gateway.policy.Pipeline.ExplainedPolicy;
import dev.gatehouse.chain.gateway.policy.PolicyCompiler;
import dev.gatehouse.chain.gateway.policy.PolicyEnvironment;
import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.gateway.policy.Sku;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.xml.XmlElement;
import dev.gatehouse.xml.XmlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges a token by policy documents of any origin. What the local gateway does not execute is left out where it cannot decide
 * on a token, and reported as undecided where it could.
 */
record OwnPolicies(Map<String, String> namedValues, PolicyServices services, String token) {
    private static final Set<String> CHECKS = Set.of("validate-jwt", "validate-azure-ad-token");
    /** Statements that can end a call or run others, so that leaving one out may change the result. */
    private static final Set<String> DECIDING = Set.of(
            "choose",
            "retry",
            "wait",
            "limit-concurrency",
            "include-fragment",
            "check-header",
            "ip-filter",
            "return-response",
            "validate-client-certificate",
            "get-authorization-context",
            "authentication-basic",
            "authentication-managed-identity");

    /**
     * @param undecided what was not executed and could matter: a title and the reason
     * @param notes what the documents accept that a secure one would not
     */
    record Result(List<ExplainedPolicy> explained, List<Left> undecided, List<String> notes) {}

    /** A part that was left out. */
    record Left(String title, String why) {}

    Result explain(List<PolicySource> documents) {
        List<XmlElement> executed = new ArrayList<>();
        List<ExplainedPolicy> conditional = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (PolicySource document : documents) {
            for (XmlElement statement : statements(document, left)) {
                add(statement, executed, conditional, left, notes);
            }
        }
        List<ExplainedPolicy> all = new ArrayList<>(compiled(executed)
                .map(pipeline -> GatewayTokenChecks.explain(pipeline, token))
                .orElse(List.of()));
        all.addAll(conditional);
        boolean checks = !all.isEmpty() || !left.isEmpty();
        if (!checks) {
            left.add(new Left(
                    "token check", "the inbound section has no policy that checks a token, so it accepts every call"));
        }
        return new Result(all, left, notes);
    }

    /** Of the inbound section, with the known named values; a snippet without sections is taken as one. */
    private List<XmlElement> statements(PolicySource document, List<Left> left) {
        List<XmlElement> roots = XmlScanner.scan(document.text()).roots();
        if (roots.isEmpty()) {
            left.add(new Left(document.name(), "contains no XML"));
        }
        return roots.stream()
                .flatMap(root -> switch (root.name()) {
                    case "policies" ->
                        root.children("inbound").stream().flatMap(inbound -> inbound.children().stream());
                    case "inbound", "fragment" -> root.children().stream();
                    default -> Stream.of(root);
                })
                .filter(statement -> !statement.is("base"))
                .map(statement -> statement.with(new NamedValues(namedValues)::filledAsKnown))
                .toList();
    }

    private void add(
            XmlElement statement,
            List<XmlElement> executed,
            List<ExplainedPolicy> conditional,
            List<Left> left,
            List<String> notes) {
        if (run(statement, executed)) {
            return;
        }
        if (CHECKS.contains(statement.name())) {
            RelaxedCheck relaxed = RelaxedCheck.of(statement, UnverifiedJwt.of(token));
            Optional<String> fault = fault(relaxed.element(), executed);
            if (fault.isEmpty()) {
                executed.add(relaxed.element());
                notes.addAll(relaxed.notes());
                relaxed.undecided().forEach(why -> left.add(new Left(statement.name(), why)));
            } else {
                left.add(new Left(statement.name(), fault.get()));
            }
            return;
        }
        if (DECIDING.contains(statement.name())) {
            left.add(new Left(statement.name(), fault(statement, executed).orElse("")));
            statement
                    .all()
                    .filter(inner -> CHECKS.contains(inner.name()))
                    .map(inner ->
                            RelaxedCheck.of(inner, UnverifiedJwt.of(token)).element())
                    .forEach(inner -> conditional.addAll(undecided(inner, executed)));
        }
    }

    /** Of a check that runs on a condition only: what it refuses is not certain. */
    private List<ExplainedPolicy> undecided(XmlElement check, List<XmlElement> before) {
        List<XmlElement> all = new ArrayList<>(
                before.stream().filter(each -> !CHECKS.contains(each.name())).toList());
        all.add(check);
        return compiled(all).map(pipeline -> GatewayTokenChecks.explain(pipeline, token)).orElse(List.of()).stream()
                .map(each -> each.result().isPassed()
                        ? each
                        : new ExplainedPolicy(
                                each.policy(),
                                each.place(),
                                each.result().butUndecided("it runs on a condition that is not decided here"),
                                each.values()))
                .toList();
    }

    private boolean run(XmlElement statement, List<XmlElement> executed) {
        if (fault(statement, executed).isPresent()) {
            return false;
        }
        executed.add(statement);
        return true;
    }

    /** Why a statement cannot be executed behind the others; empty if it can. */
    private Optional<String> fault(XmlElement statement, List<XmlElement> before) {
        List<XmlElement> all = new ArrayList<>(before);
        all.add(statement);
        try {
            compile(all);
            return Optional.empty();
        } catch (PolicyRefused refused) {
            return Optional.of(refused.faults().stream()
                    .findFirst()
                    .map(fault -> fault.subject() + " " + fault.advice())
                    .orElse("is not executed by the local gateway"));
        }
    }

    private Optional<Pipeline> compiled(List<XmlElement> statements) {
        return statements.isEmpty() ? Optional.empty() : Optional.of(compile(statements));
    }

    private Pipeline compile(List<XmlElement> statements) {
        String text = "<policies><inbound>" + XmlText.of(statements)
                + "</inbound><backend><forward-request /></backend><outbound /><on-error /></policies>";
        return new PolicyCompiler(new PolicyEnvironment(Sku.DEVELOPER, new NamedValues(Map.of()), Map.of(), services))
                .compile(new PolicySource("the policy", text), DocumentScope.GLOBAL, Optional.empty());
    }

    /** XML with expressions escaped, as every parser reads it. */
    private static final class XmlText {
        private XmlText() {}

        static String of(List<XmlElement> elements) {
            StringBuilder text = new StringBuilder();
            elements.forEach(element -> add(element, text));
            return text.toString();
        }

        private static void add(XmlElement element, StringBuilder text) {
            text.append('<').append(element.name());
            element.tag().attributes().forEach((name, value) -> text.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(escaped(value))
                    .append('"'));
            text.append('>').append(escaped(element.text()));
            element.children().forEach(child -> add(child, text));
            text.append("</").append(element.name()).append('>');
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}

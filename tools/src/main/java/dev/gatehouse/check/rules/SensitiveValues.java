package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values that responses and logs must not contain, and the expressions that read them.
 *
 * @param told the expressions, and what each of them reads
 * @param variables what each variable holds; one that is made from another is as sensitive
 */
record SensitiveValues(List<Told> told, Map<String, String> variables) {
    private static final String KEY_HEADERS =
            "authorization|cookie|x-functions-key|ocp-apim-subscription-key|api-key|x-api-key";
    private static final String HEADERS = "Request\\s*\\.\\s*Headers\\s*";

    /** {@code Variables["name"]}, and {@code GetValueOrDefault} or {@code TryGetValue} of it. */
    private static final Pattern VARIABLE = Pattern.compile("Variables\\b[^;\"]{0,100}\"([^\"]*)\"");

    /** What is encrypted, or hashed, reveals nothing. */
    private static final Pattern PROTECTED = Pattern.compile("\\.\\s*(Encrypt|ComputeHash)\\s*\\(");

    private static final Told ERROR = new Told("context\\s*\\.\\s*LastError", "context.LastError");
    private static final List<Told> CREDENTIALS = List.of(
            new Told(
                    HEADERS + "[^;]{0,300}?\"(" + KEY_HEADERS + ")\"(?![^;]{0,120}(AsJwt|GetClaimValue|\\.\\s*Claims))",
                    "a token or key of the request"),
            new Told(
                    HEADERS + "([),;]|\\.\\s*(Select|Where|Values|Aggregate|To\\w+))",
                    "all headers of the request, including its token"),
            new Told("Subscription\\s*\\??\\.\\s*(Primary|Secondary)?Key\\b", "the subscription's key"));

    SensitiveValues {
        told = List.copyOf(told);
        variables = Map.copyOf(variables);
    }

    private record Told(Pattern pattern, String what) {
        Told(String pattern, String what) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), what);
        }
    }

    /** What responses must not contain. */
    static SensitiveValues of(DeployedFile deployed) {
        return of(deployed, Stream.of(ERROR), elements(deployed));
    }

    /** What logs must not contain. Claims and errors are allowed: logs are for them. */
    static SensitiveValues credentials(DeployedFile deployed) {
        return of(deployed, Stream.of(), elements(deployed).filter(each -> each.is("authentication-managed-identity")));
    }

    private static SensitiveValues of(DeployedFile deployed, Stream<Told> more, Stream<XmlElement> keepingTokens) {
        Stream<Told> secrets = deployed.namedValues().secret().stream()
                .map(name -> new Told(Pattern.quote("{{" + name + "}}"), "the secret named value " + name));
        Map<String, String> variables = new HashMap<>();
        keepingTokens
                .flatMap(each -> each.attribute("output-token-variable-name").stream())
                .forEach(name -> variables.put(name, "the token in the variable " + name));
        List<Told> told = Stream.of(CREDENTIALS.stream(), more, secrets)
                .flatMap(each -> each)
                .toList();
        List<XmlElement> assignments =
                elements(deployed).filter(each -> each.is("set-variable")).toList();
        while (spread(told, variables, assignments)) {
            // once more, for the variables that are set before those that they are made of
        }
        return new SensitiveValues(told, variables);
    }

    private static Stream<XmlElement> elements(DeployedFile deployed) {
        return deployed.policies().stream().flatMap(policy -> policy.xml().all());
    }

    /** Adds the variables that are set to a sensitive value; false when all were known. */
    private static boolean spread(List<Told> told, Map<String, String> variables, List<XmlElement> assignments) {
        int before = variables.size();
        assignments.stream()
                .filter(each -> each.attribute("value")
                        .filter(value -> !PROTECTED.matcher(value).find())
                        .flatMap(value -> inAny(value, told, variables))
                        .isPresent())
                .flatMap(each -> each.attribute("name").stream())
                .forEach(name -> variables.putIfAbsent(name, "what is in the variable " + name));
        return variables.size() > before;
    }

    Optional<String> in(XmlElement element) {
        return element.all()
                .flatMap(each -> Stream.concat(Stream.of(each.text()), each.tag().attributes().values().stream()))
                .flatMap(text -> in(text).stream())
                .findFirst();
    }

    Optional<String> in(String text) {
        return inAny(text, told, variables);
    }

    /** In one of the values that a text may have; what it only tests is in none. */
    private static Optional<String> inAny(String text, List<Told> told, Map<String, String> variables) {
        return ExpressionValues.of(new PartialText(text).shown()).stream()
                .flatMap(value -> in(value, told, variables).stream())
                .findFirst();
    }

    private static Optional<String> in(String text, List<Told> told, Map<String, String> variables) {
        Stream<String> byExpression = told.stream()
                .filter(each -> each.pattern().matcher(text).find())
                .map(Told::what);
        Stream<String> byVariable =
                VARIABLE.matcher(text).results().flatMap(found -> Stream.ofNullable(variables.get(found.group(1))));
        return Stream.concat(byExpression, byVariable).findFirst();
    }
}

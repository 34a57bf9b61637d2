package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What callers must not be told, and how policies say it; a variable that was made of it says it, too. */
record Confidences(List<Told> told) {
    private static final String KEY_HEADERS =
            "authorization|cookie|x-functions-key|ocp-apim-subscription-key|api-key|x-api-key";
    private static final String HEADERS = "Request\\s*\\.\\s*Headers\\s*";
    private static final Told ERROR = new Told("context\\s*\\.\\s*LastError", "context.LastError");
    private static final Confidences CREDENTIALS = new Confidences(List.of(
            new Told(HEADERS + "[^;]*?\"(" + KEY_HEADERS + ")\"", "a token or key of the request"),
            new Told(
                    HEADERS + "([),;]|\\.\\s*(Select|Where|Values|Aggregate|To\\w+))",
                    "all headers of the request, its token among them"),
            new Told("Subscription\\s*\\??\\.\\s*(Primary|Secondary)?Key\\b", "the subscription's key")));

    Confidences {
        told = List.copyOf(told);
    }

    private record Told(Pattern pattern, String what) {
        Told(String pattern, String what) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), what);
        }

        /** In {@code Variables["name"]}, {@code GetValueOrDefault} or {@code TryGetValue}. */
        static Told variable(String name, String what) {
            return new Told("Variables\\b[^;\"]*\"" + Pattern.quote(name) + "\"", what + name);
        }
    }

    /** What answers must not tell. */
    static Confidences of(Deployed deployed) {
        Stream<Told> tokens = elements(deployed)
                .flatMap(element -> element.attribute("output-token-variable-name").stream())
                .map(name -> Told.variable(name, "the token in the variable "));
        return CREDENTIALS
                .and(Stream.of(ERROR))
                .and(secrets(deployed))
                .and(tokens)
                .spread(assignments(deployed));
    }

    /** What logs must not have: claims and errors are what they are for. */
    static Confidences credentials(Deployed deployed) {
        return CREDENTIALS.and(secrets(deployed)).spread(assignments(deployed));
    }

    private static Stream<Told> secrets(Deployed deployed) {
        return deployed.namedValues().secret().stream()
                .map(name -> new Told(Pattern.quote("{{" + name + "}}"), "the secret named value " + name));
    }

    private static List<Element> assignments(Deployed deployed) {
        return elements(deployed).filter(each -> each.is("set-variable")).toList();
    }

    private static Stream<Element> elements(Deployed deployed) {
        return deployed.policies().stream().flatMap(policy -> policy.xml().all());
    }

    private Confidences and(Stream<Told> more) {
        return new Confidences(Stream.concat(told.stream(), more).toList());
    }

    /** With the variables that are set to something told. */
    private Confidences spread(List<Element> assignments) {
        List<Element> telling = assignments.stream()
                .filter(each -> each.attribute("value").flatMap(this::in).isPresent())
                .toList();
        if (telling.isEmpty()) {
            return this;
        }
        Stream<Told> variables = telling.stream()
                .flatMap(each -> each.attribute("name").stream())
                .map(name -> Told.variable(name, "what is in the variable "));
        return and(variables)
                .spread(assignments.stream()
                        .filter(each -> !telling.contains(each))
                        .toList());
    }

    Optional<String> in(Element element) {
        return element.all()
                .flatMap(each -> Stream.concat(Stream.of(each.text()), each.tag().attributes().values().stream()))
                .flatMap(text -> in(text).stream())
                .findFirst();
    }

    Optional<String> in(String text) {
        return told.stream()
                .filter(each -> each.pattern().matcher(text).find())
                .map(Told::what)
                .findFirst();
    }
}

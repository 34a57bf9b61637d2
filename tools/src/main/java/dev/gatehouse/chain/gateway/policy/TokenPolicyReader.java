package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.RequiredClaim;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the policies that validate tokens have in common. */
record TokenPolicyReader(XmlElement element, Compilation compilation) {
    private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");

    /** Where the policy reads the token; empty if the policy does not define it. */
    Optional<TokenPlace> place(Optional<String> scheme) {
        Optional<TokenPlace> header =
                compilation.literal(element, "header-name").map(name -> new TokenPlace.InHeader(name, scheme));
        Optional<TokenPlace> parameter =
                compilation.literal(element, "query-parameter-name").map(TokenPlace.InQuery::new);
        Optional<TokenPlace> text = Optional.ofNullable(
                        element.tag().attributes().get("token-value"))
                .map(value -> new TokenPlace.Given(compilation.expressions().value(element, value)));
        if (Stream.of(header, parameter, text).filter(Optional::isPresent).count() > 1) {
            throw compilation.refused(element, "must have only one of header-name, query-parameter-name, token-value");
        }
        return text.or(() -> parameter).or(() -> header);
    }

    ValidateToken.Refusal refusal() {
        String status =
                compilation.literal(element, "failed-validation-httpcode").orElse("401");
        if (!STATUS.matcher(status).matches()) {
            throw compilation.refused(element, "failed-validation-httpcode", "must be a status from 400 to 599");
        }
        return new ValidateToken.Refusal(
                Integer.parseInt(status), compilation.literal(element, "failed-validation-error-message"));
    }

    Optional<String> variable() {
        return compilation.literal(element, "output-token-variable-name");
    }

    /** The texts in a list of the policy; empty if the list is missing. */
    List<String> texts(String listName, String itemName) {
        return element.children(listName).stream()
                .flatMap(list -> texts(list, Shape.empty(), itemName).stream())
                .toList();
    }

    private List<String> texts(XmlElement list, Shape shape, String itemName) {
        compilation.check(list, shape.holding(itemName));
        if (list.children().isEmpty()) {
            throw compilation.refused(list, "must contain at least one <" + itemName + ">");
        }
        list.children().forEach(item -> compilation.check(item, Shape.empty().holdingText()));
        List<String> texts =
                list.children().stream().map(compilation::literalText).toList();
        if (texts.contains("")) {
            throw compilation.refused(list, "contains an empty <" + itemName + ">");
        }
        return texts;
    }

    List<RequiredClaim> claims() {
        return element.children("required-claims").stream()
                .flatMap(list -> claims(list).stream())
                .toList();
    }

    private List<RequiredClaim> claims(XmlElement list) {
        compilation.check(list, Shape.empty().holding("claim"));
        return list.children().stream().map(this::claim).toList();
    }

    private RequiredClaim claim(XmlElement claim) {
        Shape shape = Shape.empty().needing("name").allowing("match", "separator");
        List<String> values = texts(claim, shape, "value");
        String match = compilation.literal(claim, "match").orElse("all");
        if (!match.equals("all") && !match.equals("any")) {
            throw compilation.refused(claim, "match", "must be all or any");
        }
        Optional<String> separator = compilation.literal(claim, "separator");
        if (separator.filter(String::isEmpty).isPresent()) {
            throw compilation.refused(claim, "separator", "is empty");
        }
        RequiredClaim.Match how = match.equals("all") ? RequiredClaim.Match.ALL : RequiredClaim.Match.ANY;
        return new RequiredClaim(compilation.needed(claim, "name"), values, how, separator);
    }
}

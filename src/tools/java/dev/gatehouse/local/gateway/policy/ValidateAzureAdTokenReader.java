package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.token.RequiredClaim;
import dev.gatehouse.local.gateway.token.TokenDemands;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a {@code validate-azure-ad-token} element. */
final class ValidateAzureAdTokenReader {
    private static final List<String> ORDER = List.of("client-application-ids", "audiences", "required-claims");
    private static final Pattern TENANT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");

    private final Element element;
    private final Compilation compilation;

    private ValidateAzureAdTokenReader(Element element, Compilation compilation) {
        this.element = element;
        this.compilation = compilation;
    }

    static Policy compile(Element element, Compilation compilation) {
        return new ValidateAzureAdTokenReader(element, compilation).policy();
    }

    private Policy policy() {
        Order.check(element, ORDER, compilation);
        String tenant = compilation.needed(element, "tenant-id");
        if (!TENANT.matcher(tenant).matches()) {
            throw compilation.refused(
                    element,
                    "tenant-id",
                    "is not one tenant's id in lower case; common and organizations admit anyone");
        }
        Optional<String> variable = compilation.literal(element, "output-token-variable-name");
        return new ValidateAzureAdToken(
                place(),
                new ValidateAzureAdToken.Wanted(tenant, demands(), variable),
                refusal(),
                compilation.deployment().surroundings());
    }

    private TokenPlace place() {
        Optional<String> header = compilation.literal(element, "header-name");
        Optional<String> parameter = compilation.literal(element, "query-parameter-name");
        Optional<String> text = Optional.ofNullable(element.tag().attributes().get("token-value"));
        if (Stream.of(header, parameter, text).filter(Optional::isPresent).count() > 1) {
            throw compilation.refused(element, "takes only one of header-name, query-parameter-name, token-value");
        }
        return text.<TokenPlace>map(value -> new TokenPlace.Given(compilation.value(element, value)))
                .or(() -> parameter.map(TokenPlace.InQuery::new))
                .orElseGet(() -> new TokenPlace.InHeader(header.orElse("Authorization")));
    }

    private ValidateAzureAdToken.Refusal refusal() {
        String status =
                compilation.literal(element, "failed-validation-httpcode").orElse("401");
        if (!STATUS.matcher(status).matches()) {
            throw compilation.refused(element, "failed-validation-httpcode", "is no status from 400 to 599");
        }
        return new ValidateAzureAdToken.Refusal(
                Integer.parseInt(status), compilation.literal(element, "failed-validation-error-message"));
    }

    private TokenDemands demands() {
        List<String> clients = texts("client-application-ids", "application-id");
        List<String> audiences = texts("audiences", "audience");
        if (clients.isEmpty() && audiences.isEmpty()) {
            throw compilation.refused(
                    element, "needs <audiences> or <client-application-ids>: it would take any token");
        }
        List<RequiredClaim> claims = element.children("required-claims").stream()
                .flatMap(list -> claims(list).stream())
                .toList();
        return new TokenDemands(audiences, clients, claims);
    }

    private List<String> texts(String listName, String itemName) {
        return element.children(listName).stream()
                .flatMap(list -> texts(list, Shape.empty(), itemName).stream())
                .toList();
    }

    private List<String> texts(Element list, Shape shape, String itemName) {
        compilation.check(list, shape.holding(itemName));
        if (list.children().isEmpty()) {
            throw compilation.refused(list, "needs at least one <" + itemName + ">");
        }
        list.children().forEach(item -> compilation.check(item, Shape.empty().holdingText()));
        List<String> texts =
                list.children().stream().map(compilation::literalText).toList();
        if (texts.contains("")) {
            throw compilation.refused(list, "has an empty <" + itemName + ">");
        }
        return texts;
    }

    private List<RequiredClaim> claims(Element list) {
        compilation.check(list, Shape.empty().holding("claim"));
        return list.children().stream().map(this::claim).toList();
    }

    private RequiredClaim claim(Element claim) {
        Shape shape = Shape.empty().needing("name").allowing("match", "separator");
        List<String> values = texts(claim, shape, "value");
        String match = compilation.literal(claim, "match").orElse("all");
        if (!match.equals("all") && !match.equals("any")) {
            throw compilation.refused(claim, "match", "is neither all nor any");
        }
        Optional<String> separator = compilation.literal(claim, "separator");
        if (separator.filter(String::isEmpty).isPresent()) {
            throw compilation.refused(claim, "separator", "is empty");
        }
        RequiredClaim.Match how = match.equals("all") ? RequiredClaim.Match.ALL : RequiredClaim.Match.ANY;
        return new RequiredClaim(compilation.needed(claim, "name"), values, how, separator);
    }
}

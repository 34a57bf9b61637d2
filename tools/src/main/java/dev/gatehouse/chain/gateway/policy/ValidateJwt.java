package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.InlineKeys;
import dev.gatehouse.chain.gateway.token.JwtSigners;
import dev.gatehouse.chain.gateway.token.RequiredClaim;
import dev.gatehouse.chain.gateway.token.TokenDemands;
import dev.gatehouse.chain.gateway.token.TokenRule;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.xml.XmlElement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code validate-jwt}: requires a token of the policy's issuers and keys. */
final class ValidateJwt {
    static final PolicyKind KIND = new PolicyKind(
            "validate-jwt",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .allowing(
                            "header-name",
                            "query-parameter-name",
                            "token-value",
                            "failed-validation-httpcode",
                            "failed-validation-error-message",
                            "require-expiration-time",
                            "require-scheme",
                            "require-signed-tokens",
                            "clock-skew",
                            "output-token-variable-name")
                    .holding("openid-config", "issuer-signing-keys", "audiences", "issuers", "required-claims"),
            ValidateJwt::compile);

    private static final List<String> ORDER =
            List.of("openid-config", "issuer-signing-keys", "audiences", "issuers", "required-claims");
    private static final Pattern SKEW = Pattern.compile("[0-9]{1,2}|[12][0-9]{2}|300");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private ValidateJwt() {}

    private static Policy compile(XmlElement element, Compilation compilation) {
        Order.check(element, ORDER, compilation);
        insist(element, "require-expiration-time", compilation);
        insist(element, "require-signed-tokens", compilation);
        TokenPolicyReader reader = new TokenPolicyReader(element, compilation);
        JwtSigners signers = signers(reader);
        TokenRule rule = new TokenRule(signers, demands(reader));
        return new ValidateToken(place(reader), rule, reader.refusal(), reader.variable());
    }

    private static void insist(XmlElement element, String attribute, Compilation compilation) {
        if (!compilation.literal(element, attribute).orElse("true").equals("true")) {
            throw compilation.refused(element, attribute, "must be true, because false is insecure; leave it out");
        }
    }

    private static TokenPlace place(TokenPolicyReader reader) {
        Compilation compilation = reader.compilation();
        Optional<String> scheme = compilation.literal(reader.element(), "require-scheme");
        if (scheme.filter(name -> !SCHEME.matcher(name).matches()).isPresent()) {
            throw compilation.refused(reader.element(), "require-scheme", "is not a valid scheme name");
        }
        TokenPlace place = reader.place(scheme)
                .orElseThrow(() -> compilation.refused(
                        reader.element(), "must have one of header-name, query-parameter-name, token-value"));
        boolean fits =
                place instanceof TokenPlace.InHeader header && header.name().equalsIgnoreCase("Authorization");
        if (scheme.isPresent() && !fits) {
            throw compilation.refused(
                    reader.element(), "require-scheme", "is allowed only for the header Authorization");
        }
        return place;
    }

    private static JwtSigners signers(TokenPolicyReader reader) {
        SigningKeysReader signing = new SigningKeysReader(reader.element(), reader.compilation());
        List<DiscoveryUrl> metadata = signing.metadata();
        InlineKeys keys = signing.keys();
        List<String> issuers = reader.texts("issuers", "issuer");
        if (metadata.isEmpty() && keys.areNone()) {
            throw reader.compilation()
                    .refused(
                            reader.element(),
                            "must contain <openid-config> or <issuer-signing-keys> to verify signatures");
        }
        if (!metadata.isEmpty() && !keys.areNone() && issuers.isEmpty()) {
            throw reader.compilation()
                    .refused(
                            reader.element(),
                            "must contain <issuers>: otherwise its keys could sign for any issuer besides <openid-config>");
        }
        return reader.compilation().deployment().surroundings().tokens().signers(metadata, keys, issuers);
    }

    private static TokenDemands demands(TokenPolicyReader reader) {
        Compilation compilation = reader.compilation();
        List<String> audiences = reader.texts("audiences", "audience");
        List<RequiredClaim> claims = reader.claims();
        if (audiences.isEmpty()
                && claims.stream().noneMatch(claim -> claim.name().equals("aud"))) {
            throw compilation.refused(
                    reader.element(),
                    "must contain <audiences>, or a required claim aud: otherwise it accepts tokens for other APIs");
        }
        String skew = compilation.literal(reader.element(), "clock-skew").orElse("0");
        if (!SKEW.matcher(skew).matches()) {
            throw compilation.refused(reader.element(), "clock-skew", "must be a number of seconds from 0 to 300");
        }
        Clock clock = compilation.deployment().surroundings().clock();
        return new TokenDemands.Builder(Duration.ofSeconds(Long.parseLong(skew)), clock)
                .audiences(audiences)
                .issuer()
                .claims(claims)
                .build();
    }
}

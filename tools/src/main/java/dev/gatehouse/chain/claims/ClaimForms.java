package dev.gatehouse.chain.claims;

import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenUnderCheck;
import dev.gatehouse.token.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON types that claims may have. Microsoft's token library refuses {@code iss}, {@code azp} and {@code jti} that are not texts and
 * {@code aud} with anything but texts in it (IDX11022, IDX14101). This check is stricter: every claim must have the type that Entra writes,
 * because a list of one text, or a number, would be equal to the text in a comparison.
 */
public final class ClaimForms {
    private static final List<String> TEXT = List.of("iss", "sub", "jti", "ver", "tid", "oid", "azp", "appid");
    private static final List<String> TEXTS = List.of("aud", "roles", "scp");

    /**
     * A claim with an invalid type.
     *
     * @param actual the claim; the sender's text
     */
    record Fault(String expected, String actual) {}

    private ClaimForms() {}

    /** Checks that all claims have valid types. */
    public static Check<TokenUnderCheck> check(CheckId id) {
        return new FormCheck(id);
    }

    private record FormCheck(CheckId id) implements Check<TokenUnderCheck> {
        @Override
        public Verdict verdict(TokenUnderCheck token) {
            return Verdict.of(fault(token.claims().asMap()).isEmpty());
        }

        @Override
        public CheckResult explain(TokenUnderCheck token) {
            return fault(token.claims().asMap())
                    .map(fault -> CheckResult.refused(id, fault.expected(), fault.actual()))
                    .orElseGet(() -> CheckResult.passed(id, "claims of the expected types", "as expected"));
        }
    }

    /** The fault of the first claim with an invalid type; absent claims are valid. */
    static Optional<Fault> fault(Map<String, ? extends @Nullable Object> claims) {
        return TEXT.stream()
                .filter(name -> claims.containsKey(name) && !(claims.get(name) instanceof String))
                .map(name -> fault(claims, name, " as one text"))
                .findFirst()
                .or(() -> TEXTS.stream()
                        .filter(name -> claims.containsKey(name) && !areTexts(claims.get(name)))
                        .map(name -> fault(claims, name, " as a text or a list of texts"))
                        .findFirst())
                .or(() -> isUnicode(claims)
                        ? Optional.empty()
                        : Optional.of(new Fault("claims in Unicode", "a half of a surrogate pair")));
    }

    /** A JWT's claims are UTF-8 (RFC 7519 §7.2), which has no half of a surrogate pair; JSON can escape one. */
    private static boolean isUnicode(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream().allMatch(each -> isUnicode(each.getKey()) && isUnicode(each.getValue()));
        }
        if (value instanceof Collection<?> several) {
            return several.stream().allMatch(ClaimForms::isUnicode);
        }
        return !(value instanceof String text)
                || text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }

    private static Fault fault(Map<String, ? extends @Nullable Object> claims, String name, String form) {
        return new Fault(name + form, Objects.toString(claims.get(name)));
    }

    private static boolean areTexts(@Nullable Object value) {
        return value instanceof String
                || (value instanceof Collection<?> several && several.stream().allMatch(String.class::isInstance));
    }
}

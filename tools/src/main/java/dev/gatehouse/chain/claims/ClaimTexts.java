package dev.gatehouse.chain.claims;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claims as .NET shows them (Microsoft.IdentityModel 7.5 and newer): every claim as a list of texts. JSON's null is an empty text, also
 * within a list; an empty list is no claim; an object, or a list within a list, is its JSON.
 */
public final class ClaimTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimTexts() {}

    /** Of all claims, by their names. */
    public static Map<String, List<String>> of(Map<String, ? extends @Nullable Object> claims) {
        Map<String, List<String>> texts = new HashMap<>();
        claims.forEach((name, value) -> {
            if (!(value instanceof Collection<?> several)) {
                texts.put(name, List.of(text(value)));
            } else if (!several.isEmpty()) {
                texts.put(name, several.stream().map(ClaimTexts::text).toList());
            }
        });
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number);
        }
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            return JSON.valueToTree(value).toString();
        }
        return value == null ? "" : value.toString();
    }

    /**
     * A JSON number as .NET writes it: an integer of up to 64 bits in its digits, any other as the {@code double} that it is, in the fewest
     * digits that identify it (https://learn.microsoft.com/dotnet/api/system.double.tostring).
     */
    private static final class NumberText {
        private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
        private static final BigInteger GREATEST =
                BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
        private static final int DIGITS_OF_ANY_DOUBLE = 17;
        private static final int FIRST_WITH_EXPONENT = 15;
        private static final int LAST_WITH_NEGATIVE_EXPONENT = -5;

        private NumberText() {}

        static String of(Number number) {
            if (number instanceof Long || number instanceof Integer) {
                return number.toString();
            }
            if (number instanceof BigInteger integer
                    && integer.compareTo(LEAST) >= 0
                    && integer.compareTo(GREATEST) <= 0) {
                return integer.toString();
            }
            return of(number.doubleValue());
        }

        private static String of(double number) {
            if (Double.isInfinite(number) || Double.isNaN(number)) {
                return String.valueOf(number);
            }
            if (number == 0) {
                return 1 / number < 0 ? "-0" : "0";
            }
            BigDecimal shortest = shortest(number);
            int exponent = shortest.precision() - shortest.scale() - 1;
            if (exponent > LAST_WITH_NEGATIVE_EXPONENT && exponent < FIRST_WITH_EXPONENT) {
                return shortest.toPlainString();
            }
            String sign = exponent < 0 ? "-" : "+";
            int size = Math.abs(exponent);
            return shortest.movePointLeft(exponent).toPlainString() + "E" + sign + (size < 10 ? "0" : "") + size;
        }

        private static BigDecimal shortest(double number) {
            BigDecimal exact = new BigDecimal(number);
            for (int digits = 1; digits < DIGITS_OF_ANY_DOUBLE; digits++) {
                BigDecimal rounded = exact.round(new MathContext(digits));
                if (rounded.doubleValue() == number) {
                    return rounded.stripTrailingZeros();
                }
            }
            return exact.round(new MathContext(DIGITS_OF_ANY_DOUBLE)).stripTrailingZeros();
        }
    }
}

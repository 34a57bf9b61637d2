package dev.gatehouse.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionValuesTest {
    static Stream<Arguments> expressions() {
        return Stream.of(
                row("https://x/", "https://x/"),
                row("@(a)", "@(a)"),
                row("@(a ? b : c)", "@( b )", "@( c)"),
                row("@(a ? b : c ? d : e)", "@( b )", "@( d )", "@( e)"),
                row("@(a ?? b)", "@(a ?? b)"),
                row("@(a?.b)", "@(a?.b)"),
                row("@(\"a ? b : c\")", "@(\"a ? b : c\")"),
                row("@(x + (a ? \"b\" : \"c\") + y)", "@(x + ( \"b\" ) + y)", "@(x + ( \"c\") + y)"),
                row("@{ return a; }", "@(a)"),
                row("@{ if (x) { return a; } return b; }", "@(a)", "@(b)"),
                row("@{ var v = a + 1; return v; }", "@((a + 1))"),
                row("@{ var v = a; v += b; return v; }", "@(v)"),
                row("@{ throw x; }", "@(@{ throw x; })"),
                row("@(a ? (b", "@(a ? (b"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void areWhatAnExpressionMayBe(String expression, List<String> values) {
        assertThat(ExpressionValues.of(expression)).isEqualTo(values);
    }

    private static Arguments row(String expression, String... values) {
        return Arguments.of(expression, List.of(values));
    }
}

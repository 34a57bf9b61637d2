package dev.gatehouse.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evaluation evaluation = new Evaluation(
            Functions.ofArgumentsOnly().with("thing", arguments -> JSON.createObjectNode()
                    .put("Name", "n")
                    .put("on", true)
                    .set("list", JSON.createArrayNode().add("a").add("b"))),
            Evaluation.Unknown.REFUSED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain text | plain text",
                "[[not an expression] | [not an expression]",
                "[half | [half",
                "['a text'] | a text",
                "['it''s'] | it's",
                "[format('{0}/{1}-{0}', 'a', 2)] | a/2-a",
                "[format('{{{0}}}', 'a')] | {a}",
                "[concat('a', 'b', 3)] | ab3",
                "[toLower('AbC')] | abc",
                "[TOUPPER('AbC')] | ABC",
                "[replace('a-b-c', '-', '')] | abc",
                "[if(equals('a', 'a'), 'yes', listKeys('x'))] | yes",
                "[if(not(equals(1, 1)), listKeys('x'), 'no')] | no",
                "[string(createObject('a', createArray(1, null())))] | {\"a\":[1,null]}",
                "[string(123456789012345678)] | 123456789012345678",
                "[join(createArray('a', 'b'), ',')] | a,b",
                "[join(concat(createArray('a'), createArray('b')), ' ')] | a b",
                "[thing().name] | n",
                "[thing()['name']] | n",
                "[thing().list[1]] | b",
                "[ format( '{0}' , thing( 'x' ).list[ 0 ] ) ] | a",
                "[string(thing().on)] | true",
                "['$1 \\'] | $1 \\",
                "[format('{0}', '$1 \\')] | $1 \\",
            })
    void hasTheValueThatArmGivesIt(String text, String value) {
        assertThat(evaluation.value(new TemplateText(text))).isEqualTo(TextNode.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[listKeys('x')] | calls listKeys(), which is not evaluated here",
                "[thing().other] | asks for 'other', which has no value on this machine",
                "[thing().name.more] | asks for 'more', which has no value on this machine",
                "[thing().list[2]] | asks for element 2 of 2",
                "[format('{1}', 'a')] | lacks argument 3",
                "[format('{0', 'a')] | has a format with a { that is not understood",
                "[format('{0:N}', 'a')] | has a format with a { that is not understood",
                "[format()] | lacks argument 1",
                "[concat(thing())] | needs a text where it has OBJECT",
                "[join('a', ',')] | needs a list where it has STRING",
                "[concat(createArray('a'), 'b')] | needs a list where it has STRING",
                "[if('true', 'a', 'b')] | needs true or false where it has STRING",
                "[if(true(), 'a')] | has an if() without condition and two alternatives",
                "[createObject('a')] | lacks argument 2",
                "[] | is malformed: after 0 characters a text, a number or a function is missing",
                "['a] | is malformed: after 0 characters a text, a number or a function is missing",
                "[f('a'] | is malformed: after 5 characters ',' is missing",
                "[f('a',)] | is malformed: after 6 characters a text, a number or a function is missing",
                "[f('a') 'b'] | is malformed: after 7 characters the end is missing",
                "[f] | is malformed: after 1 characters '(' is missing",
                "[f().'a'] | is malformed: after 4 characters a property's name is missing",
            })
    void saysWhyThereIsNone(String text, String why) {
        assertThatThrownBy(() -> evaluation.value(new TemplateText(text)))
                .isInstanceOf(ExpressionFault.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(", ".x", "[0]", "[f()"})
    void endsAtNestingThatNobodyWrites(String part) {
        String nested = "[thing()" + part.repeat(10_000) + "]";

        assertThatThrownBy(() -> evaluation.value(
                        new TemplateText(part.equals("f(") ? "[" + part.repeat(10_000) + "]" : nested)))
                .isInstanceOf(ExpressionFault.class)
                .hasMessage("is nested more than 50 deep");
    }

    /** Policies are written in expressions. */
    @Test
    void readsATextOfAnyLength() {
        String quotes = "''x".repeat(100_000);

        assertThat(evaluation.value(new TemplateText("['" + quotes + "']")).asText())
                .isEqualTo("'x".repeat(100_000));
    }

    @Test
    void takesALaterFunctionOfTheSameNameForTheEarlier() {
        Functions both = Functions.ofArgumentsOnly().with("Format", arguments -> TextNode.valueOf("mine"));

        assertThat(new Evaluation(both, Evaluation.Unknown.REFUSED)
                        .value(new TemplateText("[format('theirs')]"))
                        .asText())
                .isEqualTo("mine");
        assertThat(both.named("FORMAT")).isPresent();
        assertThat(List.copyOf(both.byName().keySet())).doesNotContain("Format");
    }
}

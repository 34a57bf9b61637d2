package dev.gatehouse.deployment.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
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
                    Evaluation.Unknown.REFUSED)
            .with("a.thing", arguments -> JSON.createObjectNode().put("name", "mine"));

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
                "[resourceId('s', 'g', 'A.B/c/d', 'x', 'y')] | /subscriptions/s/resourceGroups/g/providers/A.B/c/x/d/y",
                "[subscriptionResourceId('s', 'A.B/c', 'x')] | /subscriptions/s/providers/A.B/c/x",
                "[tenantResourceId('A.B/c', 'x')] | /providers/A.B/c/x",
                "[extensionResourceId('/s', 'A.B/c', 'x')] | /s/providers/A.B/c/x",
                "[string(split('a/b;c', createArray('/', ';')))] | [\"a\",\"b\",\"c\"]",
                "[string(items(createObject('b', 1, 'a', 2)))] | [{\"key\":\"a\",\"value\":2},{\"key\":\"b\",\"value\":1}]",
                "[string(union(createObject('a', createObject('b', 1, 'c', 2)), createObject('A', createObject('b', 3))))] | {\"a\":{\"b\":3,\"c\":2}}",
                "[string(shallowMerge(createArray(createObject('a', createObject('b', 1)), createObject('a', createObject()))))] | {\"a\":{}}",
                "[string(union(createArray(1, 2), createArray(2, 3)))] | [1,2,3]",
                "[string(intersection(createArray(1, 2), createArray(2, 3)))] | [2]",
                "[string(intersection(createObject('a', 1, 'b', 2), createObject('a', 1, 'b', 3)))] | {\"a\":1}",
                "[string(flatten(createArray(createArray(1), createArray(2, 3))))] | [1,2,3]",
                "[string(map(createArray('a', 'b'), lambda('x', 'i', format('{0}{1}', lambdaVariables('x'), lambdaVariables('i')))))] | [\"a0\",\"b1\"]",
                "[string(map(createArray(1, 2), lambda('x', map(createArray(3), lambda('y', add(lambdaVariables('x'), lambdaVariables('y')))))))] | [[4],[5]]",
                "[string(filter(range(0, 5), lambda('x', greater(lambdaVariables('x'), 2))))] | [3,4]",
                "[string(reduce(range(1, 4), 0, lambda('sum', 'x', add(lambdaVariables('sum'), lambdaVariables('x')))))] | 10",
                "[string(sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b')))))] | [1,2,3]",
                "[string(toObject(createArray('a', 'b'), lambda('x', lambdaVariables('x')), lambda('x', toUpper(lambdaVariables('x')))))] | {\"a\":\"A\",\"b\":\"B\"}",
                "[string(groupBy(createArray('a1', 'b', 'a2'), lambda('x', first(lambdaVariables('x')))))] | {\"a\":[\"a1\",\"a2\"],\"b\":[\"b\"]}",
                "[string(mapValues(createObject('a', 1), lambda('x', mul(lambdaVariables('x'), 2))))] | {\"a\":2}",
                "[string(objectKeys(createObject('b', 1, 'a', 2)))] | [\"a\",\"b\"]",
                "[coalesce(null(), tryGet(createObject('a', createArray('b')), 'A', 0), fail('never'))] | b",
                "[string(createArray(coalesce(tryGet(createObject(), 'a', 'b'), tryGet(createArray(), 0))))] | [null]",
                "[string(createArray(contains('Abc', 'B'), contains(createArray(1), 2), contains(createObject('A', 1), 'a')))] | [true,false,true]",
                "[string(createArray(empty(''), empty(null()), empty(createObject()), empty('a')))] | [true,true,true,false]",
                "[string(createArray(length('abc'), length(createArray(1)), length(createObject())))] | [3,1,0]",
                "[string(createArray(first('abc'), last(createArray(1, 2)), first(createArray())))] | [\"a\",2,null]",
                "[string(createArray(take('abc', 2), skip('abc', 2), take(createArray(1, 2), 1), skip(createArray(1, 2), 1)))] | [\"ab\",\"c\",[1],[2]]",
                "[string(createArray(startsWith('Abc', 'aB'), endsWith('abC', 'bc'), indexOf('abc', 'C'), lastIndexOf('aba', 'a'), substring('abc', 1, 1)))] | [true,true,2,2,\"b\"]",
                "[string(createArray(int('7'), bool('True'), sub(3, 1), div(7, 2), mod(7, 2), min(3, 1), max(createArray(1, 3))))] | [7,true,2,3,1,1,3]",
                "[string(createArray(and(true(), false()), or(false(), true(), fail('never')), lessOrEquals('a', 'b'), greaterOrEquals(1, 2)))] | [false,true,true,false]",
                "[json('{\"a\": [\"b\"]}').a[0]] | b",
                "[base64('a')] | YQ==",
                "[a.thing().name] | mine",
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
                "[format('{1}', 'a')] | is missing argument 3",
                "[format('{0', 'a')] | has a format with an unsupported {",
                "[format('{0:N}', 'a')] | has a format with an unsupported {",
                "[format()] | is missing argument 1",
                "[concat(thing())] | needs a text where it has OBJECT",
                "[join('a', ',')] | needs a list where it has STRING",
                "[concat(createArray('a'), 'b')] | needs a list where it has STRING",
                "[if('true', 'a', 'b')] | needs true or false where it has STRING",
                "[if(true(), 'a')] | has an if() without condition and two alternatives",
                "[createObject('a')] | is missing argument 2",
                "[fail('no region')] | fails: no region",
                "[resourceId('A.B/c', 'x')] | depends on what is only known at the deployment",
                "[resourceId('s', 'g', 'A.B/c/d', 'x')] | has an id with more or fewer names than types",
                "[lambdaVariables('x')] | calls lambdaVariables(), which is not evaluated here",
                "[range(0, 10001)] | has a range() of more than 10000",
                "[div(1, 0)] | has a calculation without a result: / by zero",
                "[substring('abc', 2, 2)] | takes a part beyond the end of a text",
                "[json('{')] | reads a text as JSON that is not valid JSON",
                "[replace('a', '', 'b')] | replaces an empty text",
                "[map(createArray('a'), 'b')] | needs a lambda where it has STRING",
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
    void stopsAtTooDeepNesting(String part) {
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
        Evaluation both = evaluation.with("Format", arguments -> TextNode.valueOf("mine"));

        assertThat(both.value(new TemplateText("[FORMAT('theirs')]")).asText()).isEqualTo("mine");
    }
}

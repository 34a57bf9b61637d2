package dev.gatehouse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b x='1' y=\"2\"/>text<!-- <c> --><![CDATA[ < & ]]></a>",
                "\uFEFF<?xml version='1.0'?>\n<a/>\n",
                "<a x=\"@(context.Request.Headers.GetValueOrDefault(\"A\",\"\") == \")\" && 1 < 2)\" />",
                "<a x='@{ var s = @\"C:\\\"; return s + \"it''s (\"; }' />",
                "<a>@{ if (1 < 2 && true) { return \"<b>\"; } return \"}\"; }</a>",
                "<a x='1 &lt; 2 &amp; &#65;' />",
                "<a>me@example.com</a>",
            })
    void findsNoFaultInWhatApiManagementTakes(String text) {
        assertThat(XmlScanner.scan(text).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a><b>x</c></a> | 1:8 | <b> is closed by </c>",
                "<a>\\n <b>x</ jump b></a> | 2:6 | <b> is closed by </ jump b>",
                "<a><b>x</a> | 1:8 | </a> comes before the end of <b>, opened in line 1",
                "<a><b>x</b> | 1:12 | the text ends before </a>, opened in line 1",
                "<a></></a> | 1:4 | <a> is closed by </>",
                "</> | 1:1 | </> closes nothing",
                "<a></b><c/></a> | 1:4 | <a> is closed by </b>",
                "<a><c/></b></a> | 1:8 | </b> closes nothing",
                "<a x=\"1 />\\n<b y=\"2\" /></a> | 1:6 | the value of 'x' has no closing quote",
                "<a x=1></a> | 1:6 | the value of 'x' is not in quotes",
                "<a x></a> | 1:4 | the attribute 'x' has no value",
                "<a x='1' x='2' /> | 1:10 | the attribute 'x' is a duplicate in its tag",
                "<a x='a<b' /> | 1:6 | the value of 'x' contains an unescaped < or &",
                "<a>1 & 2</a> | 1:4 | an & begins no reference; write &amp;",
                "<a>1 < 2</a> | 1:6 | a < begins no tag; write &lt;",
                "<a><b <c/></a> | 1:7 | the tag <b has no end",
                "<a/><b/> | 1:5 | a second root element begins",
                "x<a/> | 1:1 | text is outside of the root element",
                "<a>@(f(1)</a> | 1:4 | the brackets of an expression do not close",
                "<a><!-- x</a> | 1:4 | a comment has no end",
            })
    void saysWhatIsWrongAndWhere(String text, String position, String what) {
        SyntaxFault first = XmlScanner.scan(text.replace("\\n", "\n")).faults().get(0);

        assertThat(first.position().line() + ":" + first.position().column()).isEqualTo(position);
        assertThat(first.what()).isEqualTo(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b>x</c><found x='1'/></a>",
                "<a><b x=\"1 />\n<found x='1'/></a>",
                "<a><b y=1><found x='1'/>",
                "<a></z></y></a><found x='1'/>",
                "<a>@(f(1)</a><found x='1'/><b>)</b>",
                "<a & ><found x='1'/></a>",
            })
    void goesOnBehindAMistake(String text) {
        Scanned scanned = XmlScanner.scan(text);

        assertThat(scanned.faults()).isNotEmpty();
        assertThat(scanned.all("found")).hasSize(1);
        assertThat(scanned.all("found").get(0).attribute("x")).contains("1");
    }

    @Test
    void endsAtAnyDepth() {
        Scanned scanned = XmlScanner.scan("<a>".repeat(100_000));

        assertThat(scanned.all()).isNotEmpty();
        assertThat(scanned.faults().get(0).what()).isEqualTo("elements are nested more than 100 deep");
    }

    @Test
    void readsValuesAsTheyAreMeant() {
        XmlElement element =
                XmlScanner.scan("<a x='1 &lt; 2'> t &#65; <b/> u </a>").roots().get(0);

        assertThat(element.attribute("x")).contains("1 < 2");
        assertThat(element.text()).isEqualTo("t A  u");
        assertThat(element.children("b")).hasSize(1);
    }

    @Test
    void readsThePoliciesThatShip() throws Exception {
        try (var files = Files.list(Path.of("infra/policies"))) {
            List<Path> policies = files.toList();
            assertThat(policies).hasSizeGreaterThan(5);
            for (Path policy : policies) {
                assertThat(XmlScanner.scan(Files.readString(policy)).faults())
                        .as(policy.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b=\"@(", "<a b=", "<choose>", "</x>"})
    void endsAfterSoManyMistakes(String mistake) {
        List<SyntaxFault> faults =
                XmlScanner.scan("<policies>" + mistake.repeat(50_000)).faults();

        assertThat(faults).hasSizeLessThanOrEqualTo(3 * XmlScanner.MOST_FAULTS); // with what was left open
        assertThat(faults)
                .extracting(SyntaxFault::what)
                .contains("there are 100 mistakes before this; what follows was not read");
    }
}

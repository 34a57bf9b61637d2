package dev.gatehouse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What the reader calls plain is what the JDK's XML parser takes, and reads as the same elements. */
class PlainXmlTest {
    private static final int TRIES = 1_000 * Integer.getInteger("fuzz.factor", 1);
    private static final List<String> SCRAPS = List.of(
            "",
            "<",
            ">",
            "&",
            "&lt;",
            "&#65;",
            "&#x1;",
            "&#xD800;",
            "&#13;",
            "&unknown;",
            "\"",
            "'",
            "=",
            "/",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\u00a0",
            "\u2003",
            "\u0001",
            "\uFFFE",
            "\uD800",
            "\uFEFF",
            "<!-- c -->",
            "<!-- a -- b -->",
            "<!-->",
            "--",
            "<![CDATA[",
            "<![CDATA[ < & ]]>",
            "]]>",
            "<?x y?>",
            "<?xml version='1.0'?>",
            "<!DOCTYPE p>",
            "xmlns='u'",
            ":",
            "x:",
            " a='1'",
            "a=\"2\"",
            "-",
            "1",
            "@(",
            "@{",
            ")",
            "}",
            "<base/>",
            "<base>",
            "</base>",
            "</base >",
            "x");

    private final DocumentBuilder jdk = jdk();

    PlainXmlTest() throws ParserConfigurationException {}

    static Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("infra/policies"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isReadAsTheJdkReadsIt(Path policy) throws Exception {
        String shipped = Files.readString(policy);
        Random random = new Random(policy.toString().hashCode());
        int plain = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = i == 0 ? shipped : mutated(shipped, random);
            Scanned scanned = XmlScanner.scan(text);
            if (isPlain(scanned)) {
                plain++;
                assertThat(element(scanned.roots().get(0))).as(text).isEqualTo(element(parsed(text)));
            }
        }
        assertThat(plain).isBetween(TRIES / 10, TRIES - TRIES / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding='utf-8'?>\n<a/>",
                "<a x='1 &lt; 2&#10;' y=\"it's\">t &#65;<!-- c --><b/><![CDATA[ < & ]]></a>",
                "<a x='@(1 &lt; 2)'>@(1 &lt; 2 &amp;&amp; true)</a>"
            })
    void isPlain(String text) throws Exception {
        Scanned scanned = XmlScanner.scan(text);

        assertThat(isPlain(scanned)).isTrue();
        assertThat(element(scanned.roots().get(0))).isEqualTo(element(parsed(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a>@(1 < 2)</a> | 1:4 | an expression that is not escaped",
                "<a>@(x && y)</a> | 1:4 | an expression that is not escaped",
                "<a x='@(1 < 2)'/> | 1:6 | an expression that is not escaped",
                "<a x=\"@(f(\"y\"))\"/> | 1:6 | an expression that is not escaped",
                "<!DOCTYPE a><a/> | 1:1 | a document type",
                "<a><?x y?></a> | 1:4 | a processing instruction",
                "<?xml version='1.1'?><a/> | 1:1 | a processing instruction",
                "<a xmlns='u'/> | 1:4 | a namespace, which policies do not have",
                "<a><b:c/></a> | 1:5 | a namespace, which policies do not have",
                "<a xml:space='preserve'/> | 1:4 | a namespace, which policies do not have",
                "<a x='1'y='2'/> | 1:9 | no white space before an attribute",
                "<a 1='x'/> | 1:4 | the name '1', which begins with neither a letter nor _",
                "<a><!-- a -- b --></a> | 1:4 | a comment with -- in it",
                "<a>]]></a> | 1:4 | ]]> outside of a CDATA section",
                "<a/><![CDATA[]]> | 1:5 | a CDATA section outside of the root element",
                "<a>&#0;</a> | 1:4 | a character that XML does not allow",
                "<a x='&#xFFFF;'/> | 1:6 | a character that XML does not allow",
                "<a>\u0001</a> | 1:4 | a character that XML does not allow",
                "<a\u2003x='1'/> | 1:3 | white space that XML does not allow",
            })
    void saysWhatIsNotPlainAndWhere(String text, String position, String what) {
        Scanned scanned = XmlScanner.scan(text);

        assertThat(scanned.faults()).isEmpty();
        assertThat(scanned.notPlain()).hasValueSatisfying(first -> {
            assertThat(first.position().line() + ":" + first.position().column())
                    .isEqualTo(position);
            assertThat(first.what()).isEqualTo(what);
        });
    }

    private static boolean isPlain(Scanned scanned) {
        return scanned.faults().isEmpty()
                && scanned.notPlain().isEmpty()
                && !scanned.roots().isEmpty();
    }

    private static String mutated(String text, Random random) {
        String mutated = text;
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + random.nextInt(3));
            mutated = mutated.substring(0, at) + SCRAPS.get(random.nextInt(SCRAPS.size())) + mutated.substring(end);
        }
        return mutated;
    }

    /** What of an element has a meaning, on both sides in one form. */
    private record Same(String name, Map<String, String> attributes, String text, List<Same> children) {}

    private static Same element(XmlElement element) {
        return new Same(
                element.name(),
                new TreeMap<>(element.tag().attributes()),
                element.text(),
                element.children().stream().map(PlainXmlTest::element).toList());
    }

    private static Same element(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        List<Node> nodes = IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .toList();
        StringBuilder text = new StringBuilder();
        nodes.stream().filter(Text.class::isInstance).forEach(each -> text.append(each.getNodeValue()));
        return new Same(
                element.getNodeName(),
                attributes,
                text.toString().strip(),
                nodes.stream()
                        .filter(Element.class::isInstance)
                        .map(each -> element((Element) each))
                        .toList());
    }

    private static DocumentBuilder jdk() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private Element parsed(String text) throws IOException {
        try {
            return jdk.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException malformed) {
            throw new AssertionError("the JDK refuses " + text, malformed);
        }
    }
}

package dev.gatehouse.init;

import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A pom (https://maven.apache.org/pom.html) as text, with the places of its elements. */
record Pom(String name, String text, Charset charset, XmlNode project) {
    private static final Pattern ENCODING =
            Pattern.compile("\\A\\uFEFF?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");
    private static final Pattern JAVA_VERSION =
            Pattern.compile("(.*\\.)?(java[.-]?version|javaVersion|release|source|target)", Pattern.CASE_INSENSITIVE);
    private static final String ANY_BYTE = "ISO-8859-1";

    /** @throws UnreadableInput when it cannot be read, or is not a pom */
    static Pom read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] bytes = Files.readAllBytes(file);
            Charset charset = charset(bytes);
            String text = new String(bytes, charset);
            if (!Arrays.equals(text.getBytes(charset), bytes)) {
                throw new UnreadableInput(file + " is not written in " + charset + ", which it should be");
            }
            return of(name, text, charset);
        } catch (IOException unreadable) {
            throw new UnreadableInput(file + " cannot be read");
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableInput(file + " has an encoding that is not known: " + unknown.getMessage());
        }
    }

    /** @throws UnreadableInput when the text is not a pom */
    static Pom of(String name, String text, Charset charset) {
        requireWellFormed(name, text);
        XmlNode root = XmlNode.root(text);
        if (!root.localName().equals("project")) {
            throw new UnreadableInput(name + ": expected the element project, found " + root.name());
        }
        return new Pom(name, text, charset, root);
    }

    byte[] bytes() {
        return text.getBytes(charset);
    }

    boolean isParent() {
        return project.text(text, "packaging").equals("pom");
    }

    String artifactId() {
        return project.text(text, "artifactId");
    }

    /** Whether it has a dependency or a plugin of this artifact, in a profile, too. */
    boolean mentions(String artifact) {
        return mentions(project, artifact);
    }

    private boolean mentions(XmlNode node, String artifact) {
        return node.text(text, "artifactId").equals(artifact)
                || node.children().stream().anyMatch(child -> mentions(child, artifact));
    }

    boolean hasDependency(String artifact) {
        return has(project.below("dependencies", "dependency"), artifact);
    }

    boolean hasDependencyInProfile(String artifact) {
        return has(project.below("profiles", "profile", "dependencies", "dependency"), artifact);
    }

    boolean has(Stream<XmlNode> elements, String artifact) {
        return elements.anyMatch(each -> each.text(text, "artifactId").equals(artifact));
    }

    /** The values of a property of the project, empty where it has none. */
    Optional<String> property(String name) {
        return project.below("properties", name).map(each -> each.text(text)).findFirst();
    }

    /** The texts of the elements at the end of a path of names. */
    Stream<String> texts(String... path) {
        return project.below(path).map(each -> each.text(text));
    }

    /** The elements that set an old version of Java, such as {@code line 14, <java.version>1.8</java.version>}. */
    List<String> olderJava(int than) {
        return olderJava(project, than).toList();
    }

    private Stream<String> olderJava(XmlNode node, int than) {
        String value = node.text(text).replaceFirst("^1\\.", "");
        boolean isOlder = node.children().isEmpty()
                && JAVA_VERSION.matcher(node.localName()).matches()
                && value.matches("\\d{1,2}")
                && Integer.parseInt(value) < than;
        long line = 1
                + text.substring(0, node.start())
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        return isOlder
                ? Stream.of("line " + line + ", " + text.substring(node.start(), node.end()))
                : node.children().stream().flatMap(child -> olderJava(child, than));
    }

    /** As an XML declaration says; a byte order mark decides first (XML 1.0, appendix F). */
    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (first == 0xfeff || first == 0xfffe) {
            return first == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        Matcher declared =
                ENCODING.matcher(new String(bytes, Charset.forName(ANY_BYTE)).replaceFirst("^\u00ef\u00bb\u00bf", ""));
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static void requireWellFormed(String name, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // the default one prints
            parser.parse(new InputSource(new StringReader(text.replaceFirst("^\uFEFF", ""))));
        } catch (SAXParseException malformed) {
            throw new UnreadableInput(name + ", line " + malformed.getLineNumber() + ": is not well-formed XML: "
                    + malformed.getMessage());
        } catch (SAXException | IOException malformed) {
            throw new UnreadableInput(name + " is not well-formed XML: " + malformed.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("this Java has no XML parser", impossible);
        }
    }
}

package dev.gatehouse.chain.gateway.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads policy XML: no document type, no entities of its own, no namespaces, bounded depth. */
final class PolicyXml {
    private static final int DEEPEST = 40;

    private final String document;
    private final XMLStreamReader reader;

    private PolicyXml(String document, XMLStreamReader reader) {
        this.document = document;
        this.reader = reader;
    }

    /**
     * Reads a document's root.
     *
     * @throws PolicyRefused when it is not plain, well-formed XML
     */
    static PolicyElement read(PolicySource source) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(source.text()));
            return new PolicyXml(source.name(), reader).document();
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNumber();
            throw new PolicyRefused(
                    List.of(new PolicyFault(source.name(), line, "the document", "is not well-formed XML")));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private PolicyElement document() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            plain(reader.getEventType());
        }
        PolicyElement root = element(line(), 1);
        while (reader.hasNext()) {
            plain(reader.next());
        }
        return root;
    }

    private PolicyElement element(int line, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw refused("is nested more than " + DEEPEST + " deep");
        }
        PolicyElement.Tag tag = tag(line);
        List<PolicyElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int before = line();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(before, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
                    text.append(reader.getText());
                default -> plain(reader.getEventType());
            }
            before = line();
        }
        return new PolicyElement(tag, children, text.toString());
    }

    private PolicyElement.Tag tag(int line) {
        boolean plain = reader.getNamespaceCount() == 0 && isAbsent(reader.getPrefix());
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            plain &= isAbsent(reader.getAttributePrefix(i));
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        if (!plain) {
            throw refused("uses a namespace; policies have none");
        }
        return new PolicyElement.Tag(reader.getLocalName(), attributes, line);
    }

    /** Lets pass what has no meaning to a policy, and nothing else: no document type, entity or instruction. */
    private void plain(int event) {
        boolean meaningless = event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.END_DOCUMENT;
        if (!meaningless) {
            throw refused("holds a document type, an entity or a processing instruction; write plain XML");
        }
    }

    private static boolean isAbsent(String prefix) {
        return prefix == null || prefix.isEmpty();
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }

    private PolicyRefused refused(String why) {
        return new PolicyRefused(List.of(new PolicyFault(document, line(), "the document", why)));
    }
}

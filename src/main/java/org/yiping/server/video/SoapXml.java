package org.yiping.server.video;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of what a device answered, by local names alone: devices mix prefixes, namespaces and versions of SOAP.
/// Read without document types, entities or anything from elsewhere, and bounded. Not changed once read.
final class SoapXml {
    private static final int DEEPEST = 40;
    private static final int MOST = 20_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<SoapXml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private SoapXml(String name) {
        this.name = name;
    }

    /// What is no such document is `silent`: the device answered nothing of use.
    static SoapXml read(String document) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return tree(factory.createXMLStreamReader(new StringReader(document.strip())));
        } catch (XMLStreamException e) {
            throw new VideoFault("silent");
        }
    }

    private static SoapXml tree(XMLStreamReader in) throws XMLStreamException {
        SoapXml root = new SoapXml("");
        Deque<SoapXml> open = new ArrayDeque<>(List.of(root));
        int count = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    count++;
                    if (count > MOST || open.size() > DEEPEST) {
                        throw new VideoFault("silent");
                    }
                    SoapXml one = new SoapXml(in.getLocalName());
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        one.attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
                    }
                    open.getFirst().children.add(one);
                    open.push(one);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.getFirst().text.append(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new VideoFault("silent");
                default -> {} // comments, instructions
            }
        }
        return root;
    }

    /// The first of that name at any depth.
    Optional<SoapXml> find(String wanted) {
        for (SoapXml child : children) {
            Optional<SoapXml> found = child.name.equals(wanted) ? Optional.of(child) : child.find(wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Every one of that name, not looking into those found.
    List<SoapXml> all(String wanted) {
        List<SoapXml> found = new ArrayList<>();
        for (SoapXml child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            } else {
                found.addAll(child.all(wanted));
            }
        }
        return found;
    }

    /// What the first of that name says; empty where there is none.
    String text(String wanted) {
        return find(wanted).map(f -> f.text.toString().strip()).orElse("");
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    /// All words in it, for what nobody lists the places of: the codes of faults.
    String words() {
        StringBuilder all = new StringBuilder(text);
        children.forEach(c -> all.append(' ').append(c.words()));
        return all.toString();
    }

    /// Of a number; 0 where it is none.
    int number(String wanted) {
        try {
            return Integer.parseInt(text(wanted));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

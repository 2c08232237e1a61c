package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Values as XML elements. */
final class XmlWriter {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] write(XmlShape root, JsonNode value) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            XmlWriter writer = new XmlWriter(out);
            if (value.isArray()) {
                writer.open(root, new HashMap<>());
                writer.items(root, value, new HashMap<>());
                out.writeEndElement();
            } else {
                writer.element(root, value, new HashMap<>());
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new UnwritableException("no XML: " + e.getMessage());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param bound namespaces by the prefixes that are bound here */
    private void element(XmlShape shape, JsonNode value, Map<String, String> bound) throws XMLStreamException {
        Map<String, String> inner = new HashMap<>(bound);
        open(shape, inner);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                XmlShape property = shape.property(member.getKey());
                if (property.attribute()) {
                    attribute(property, member.getValue(), inner);
                }
            }
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                XmlShape property = shape.property(member.getKey());
                if (!property.attribute()) {
                    member(property, member.getKey(), member.getValue(), inner);
                }
            }
        } else if (value.isArray()) {
            items(shape, value, inner);
        } else if (value.isNull()) {
            out.writeNamespace("xsi", XSI);
            out.writeAttribute("xsi", XSI, "nil", "true");
        } else {
            out.writeCharacters(legal(Scalars.text(value)));
        }
        out.writeEndElement();
    }

    private void member(XmlShape property, String name, JsonNode value, Map<String, String> bound)
            throws XMLStreamException {
        if (!value.isArray()) {
            element(property, value, bound);
        } else if (property.wrapped()) {
            Map<String, String> inner = new HashMap<>(bound);
            open(property, inner);
            items(property, value, inner);
            out.writeEndElement();
        } else {
            for (int i = 0; i < value.size(); i++) {
                element(property.item(i, name), value.get(i), bound);
            }
        }
    }

    private void items(XmlShape array, JsonNode value, Map<String, String> bound) throws XMLStreamException {
        for (int i = 0; i < value.size(); i++) {
            element(array.item(i, array.name()), value.get(i), bound);
        }
    }

    private void open(XmlShape shape, Map<String, String> bound) throws XMLStreamException {
        String namespace = shape.namespace();
        String prefix = namespace.isEmpty() ? "" : shape.prefix();
        out.writeStartElement(prefix, name(shape.name()), namespace);
        bind(prefix, namespace, bound);
    }

    private void attribute(XmlShape shape, JsonNode value, Map<String, String> bound) throws XMLStreamException {
        if (value.isContainerNode()) {
            throw new UnwritableException("the attribute '" + shape.name() + "' cannot hold an array or object");
        }
        String text = legal(Scalars.text(value));
        if (shape.namespace().isEmpty() || shape.prefix().isEmpty()) {
            out.writeAttribute(name(shape.name()), text);
        } else {
            bind(shape.prefix(), shape.namespace(), bound);
            out.writeAttribute(shape.prefix(), shape.namespace(), name(shape.name()), text);
        }
    }

    private void bind(String prefix, String namespace, Map<String, String> bound) throws XMLStreamException {
        if (namespace.equals(bound.getOrDefault(prefix, ""))) {
            return;
        }
        bound.put(prefix, namespace);
        if (prefix.isEmpty()) {
            out.writeDefaultNamespace(namespace);
        } else {
            out.writeNamespace(prefix, namespace);
        }
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UnwritableException("'" + name + "' is no XML name");
        }
        return name;
    }

    /** Text of XML's characters, without carriage returns, which readers turn into line feeds (XML 1.0, sections 2.2 and 2.11). */
    private static String legal(String text) {
        int stranger = text.codePoints()
                .filter(c -> !(c == '\t'
                        || c == '\n'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000))
                .findFirst()
                .orElse(-1);
        if (stranger >= 0) {
            throw new UnwritableException("the character U+%04X has no form in XML".formatted(stranger));
        }
        return text;
    }
}

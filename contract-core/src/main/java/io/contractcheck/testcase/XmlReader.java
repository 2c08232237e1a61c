package io.contractcheck.testcase;

import io.contractcheck.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;

/** XML elements as raw values; namespaces are not looked at. */
final class XmlReader {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private XmlReader() {}

    static Raw read(byte[] bytes, XmlShape root) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler((@Nullable ErrorHandler) null);
            return element(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement(), root);
        } catch (SAXException e) {
            throw new UnreadableException("no XML: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Raw element(Element element, XmlShape shape) {
        if (element.getAttributeNS(XSI, "nil").equals("true")) {
            return new Raw.Value(Json.NODES.nullNode());
        }
        List<Element> children = children(element);
        Set<Shape.Kind> kinds = shape.shape().kinds();
        List<Raw> readings = new ArrayList<>();
        if (children.isEmpty()) {
            readings.add(new Raw.Text(element.getTextContent()));
        }
        if (kinds.contains(Shape.Kind.OBJECT)) {
            readings.add(new Raw.Members(members(element, children, shape)));
        }
        if (kinds.contains(Shape.Kind.ARRAY)) {
            readings.add(items(children, shape));
        }
        if (readings.isEmpty()) {
            readings.add(new Raw.Members(members(element, children, shape)));
        }
        return new Raw.Either(readings);
    }

    private static Raw items(List<Element> elements, XmlShape array) {
        List<Raw> items = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            items.add(element(elements.get(i), array.item(i, array.name())));
        }
        return new Raw.Items(items);
    }

    private static Map<String, Raw> members(Element element, List<Element> children, XmlShape shape) {
        Map<String, Raw> members = new LinkedHashMap<>();
        List<Element> left = new ArrayList<>(children);
        List<String> attributes = attributes(element);
        for (String name : shape.shape().names()) {
            XmlShape property = shape.property(name);
            if (property.attribute()) {
                if (attributes.remove(property.name())) {
                    members.put(name, new Raw.Text(attribute(element, property.name())));
                }
                continue;
            }
            boolean array = property.shape().kinds().contains(Shape.Kind.ARRAY);
            boolean repeated = array && !property.wrapped();
            String tag = repeated ? property.item(0, name).name() : property.name();
            List<Element> own =
                    left.stream().filter(e -> e.getLocalName().equals(tag)).toList();
            left.removeAll(own);
            if (!own.isEmpty()) {
                members.put(name, repeated ? repeated(own, property, name) : element(own.get(0), property));
            }
        }
        attributes.forEach(name -> members.put(name, new Raw.Text(attribute(element, name))));
        for (Element child : left) {
            String name = child.getLocalName();
            List<Element> own =
                    left.stream().filter(e -> e.getLocalName().equals(name)).toList();
            members.putIfAbsent(
                    name,
                    own.size() == 1 ? element(child, shape.property(name)) : repeated(own, shape.property(name), name));
        }
        return members;
    }

    private static Raw repeated(List<Element> own, XmlShape property, String name) {
        List<Raw> items = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            items.add(element(own.get(i), property.item(i, name)));
        }
        Raw all = new Raw.Items(items);
        return own.size() == 1 ? new Raw.Either(List.of(all, element(own.get(0), property))) : all;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static List<String> attributes(Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                names.add(attribute.getLocalName());
            }
        }
        return names;
    }

    private static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (name.equals(element.getAttributes().item(i).getLocalName())) {
                return element.getAttributes().item(i).getNodeValue();
            }
        }
        return "";
    }
}

package slipway.engine.gate;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model without resolving anything outside of it. */
final class Xml {
    private Xml() {}

    static Element root(String text) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("this Java platform cannot parse XML safely", e);
        }
    }

    /** All elements of a text that was found readable before. */
    static Stream<Element> readable(String text) {
        try {
            return all(root(text));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the file was found readable before", e);
        }
    }

    /** The element and everything below it. */
    static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), children(element).stream().flatMap(Xml::all));
    }

    static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(index -> (Attr) attributes.item(index))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .toList();
    }

    /** The text directly in the element. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        NodeList nodes = element.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            short type = nodes.item(index).getNodeType();
            if (type == Node.TEXT_NODE || type == Node.CDATA_SECTION_NODE) {
                text.append(nodes.item(index).getNodeValue());
            }
        }
        return text.toString();
    }

    /** The attribute's value, where there is one; no namespace = the empty one. */
    static Optional<String> attribute(Element element, String namespace, String name) {
        String ns = namespace.isEmpty() ? null : namespace;
        return element.hasAttributeNS(ns, name) ? Optional.of(element.getAttributeNS(ns, name)) : Optional.empty();
    }

    /** How people find the element: its kind and the nearest id. */
    static String place(Element element) {
        for (Node node = element; node instanceof Element named; node = node.getParentNode()) {
            if (named.hasAttribute("id")) {
                return named == element
                        ? element.getLocalName() + " '" + named.getAttribute("id") + "'"
                        : element.getLocalName() + " in '" + named.getAttribute("id") + "'";
            }
        }
        return element.getLocalName();
    }
}

package org.chengshu.cases.open311;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes lists and things of GeoReport v2. JSON follows from the XML: a list of elements becomes an array, their name is
 * left out, an empty element is null.
 */
final class GeoWriter {
    /** How the members of a list are called; the standard has no other lists. */
    private static final Map<String, String> MEMBERS = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "errors", "error",
            "endpoints", "endpoint",
            "formats", "format");

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private GeoWriter() {}

    static String write(GeoFormat format, String root, Object content, JsonMapper json) {
        return switch (format) {
            case JSON -> json.writeValueAsString(content);
            case XML -> xml(root, content);
        };
    }

    private static String xml(String root, Object content) {
        StringWriter text = new StringWriter();
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            write(out, root, content);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text cannot be written to memory", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter out, String name, Object content) throws XMLStreamException {
        switch (content) {
            case null -> out.writeEmptyElement(name);
            case Map<?, ?> thing -> {
                out.writeStartElement(name);
                for (Map.Entry<?, ?> entry : thing.entrySet()) {
                    write(out, String.valueOf(entry.getKey()), entry.getValue());
                }
                out.writeEndElement();
            }
            case List<?> list -> {
                out.writeStartElement(name);
                for (Object member : list) {
                    write(out, MEMBERS.get(name), member);
                }
                out.writeEndElement();
            }
            default -> {
                out.writeStartElement(name);
                out.writeCharacters(printable(String.valueOf(content)));
                out.writeEndElement();
            }
        }
    }

    // XML 1.0 cannot hold control characters, not even escaped.
    private static String printable(String words) {
        return words.codePoints()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
                .filter(c -> (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

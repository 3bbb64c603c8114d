package org.chengshu.cases.open;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** Public cases as an Atom feed (RFC 4287), with their place in GeoRSS Simple. */
final class OpenFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String GEORSS = "http://www.georss.org/georss";
    private static final Text OPEN = Text.of("办理中", "open");
    private static final Text CLOSED = Text.of("已结案", "closed");
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final Text title;
    private final String self;
    private final Locale language;

    OpenFeed(Text title, String self, Locale language) {
        this.title = title;
        this.self = self;
        this.language = language;
    }

    String write(List<OpenCase> cases, Instant now) {
        StringWriter text = new StringWriter();
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeNamespace("georss", GEORSS);
            out.writeAttribute("xml:lang", language.getLanguage());
            head(out, cases, now);
            for (OpenCase one : cases) {
                entry(out, one);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text cannot be written to memory", e);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter out, List<OpenCase> cases, Instant now) throws XMLStreamException {
        element(out, "id", self);
        element(out, "title", title.in(language));
        element(
                out,
                "updated",
                cases.stream()
                        .map(OpenCase::changedAt)
                        .max(Instant::compareTo)
                        .orElse(now)
                        .toString());
        out.writeStartElement("author");
        element(out, "name", title.in(language));
        out.writeEndElement();
        out.writeEmptyElement("link");
        out.writeAttribute("rel", "self");
        out.writeAttribute("type", "application/atom+xml");
        out.writeAttribute("href", self);
    }

    private void entry(XMLStreamWriter out, OpenCase one) throws XMLStreamException {
        String status = (one.closedAt().isPresent() ? CLOSED : OPEN).in(language);
        out.writeStartElement("entry");
        element(out, "id", "urn:chengshu:case:" + one.number());
        element(out, "title", title(one, status));
        element(out, "published", one.openedAt().toString());
        element(out, "updated", one.changedAt().toString());
        out.writeEmptyElement("category");
        out.writeAttribute("term", one.kind());
        out.writeAttribute("label", one.kindTitle().in(language));
        out.writeStartElement("summary");
        out.writeAttribute("type", "text");
        out.writeCharacters(one.description().orElse(one.number()));
        out.writeEndElement();
        Optional<Position> position = one.position();
        if (position.isPresent()) {
            out.writeStartElement(GEORSS, "point");
            out.writeCharacters(position.get().latitude() + " " + position.get().longitude());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private String title(OpenCase one, String status) {
        return one.kindTitle().in(language)
                + one.areaName().map(name -> " · " + name.in(language)).orElse("") + " · " + status;
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}

package org.chengshu.data.feed.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;

/** Looks at the parts of a workbook before they are read: how large they are unpacked, and which cells are merged. */
final class XlsxParts {
    private static final long FREE = 64L << 20;
    private static final XMLInputFactory XML = xml();

    private XlsxParts() {}

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Refuses a file that unpacks to far more than it is; sizes are counted, not believed. */
    static void check(Path file) throws IOException {
        long most = Math.min(FeedLimits.MOST_BYTES, Math.max(FREE, Files.size(file) * FeedLimits.MOST_UNPACKING));
        byte[] piece = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long total = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long limit = entry.getName().endsWith("sharedStrings.xml")
                        ? Math.min(most - total, FeedLimits.MOST_SHARED_TEXT)
                        : most - total;
                total += count(zip, entry, piece, limit);
            }
        }
    }

    private static long count(ZipFile zip, ZipEntry entry, byte[] piece, long limit) throws IOException {
        long count = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                count += got;
                if (count > limit) {
                    throw new Fault(
                            DataError.FILE_UNREADABLE,
                            "its part " + entry.getName()
                                    + " unpacks to more than is taken; save the table in parts or as CSV");
                }
            }
        }
        return count;
    }

    /** The merged regions of a sheet, by its relation's id. */
    static List<Region> merges(Path file, String sheetId) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String target = targets(zip).get(sheetId);
            ZipEntry entry = target == null ? null : zip.getEntry(target);
            return entry == null ? List.of() : merges(zip, entry);
        } catch (XMLStreamException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "the workbook's XML is not sound: " + e.getMessage(), e);
        }
    }

    private static List<Region> merges(ZipFile zip, ZipEntry sheet) throws IOException, XMLStreamException {
        List<Region> regions = new ArrayList<>();
        walk(zip, sheet, "mergeCell", reader -> {
            String reference = reader.getAttributeValue(null, "ref");
            if (reference != null && regions.size() < 100_000) {
                Region.of(reference).ifPresent(regions::add);
            }
        });
        return regions;
    }

    private static Map<String, String> targets(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (relations != null) {
            walk(zip, relations, "Relationship", reader -> {
                String target = reader.getAttributeValue(null, "Target");
                String id = reader.getAttributeValue(null, "Id");
                if (target != null && id != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            });
        }
        return targets;
    }

    private interface Element {
        void at(XMLStreamReader reader);
    }

    private static void walk(ZipFile zip, ZipEntry entry, String name, Element element)
            throws IOException, XMLStreamException {
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    element.at(reader);
                }
            }
            reader.close();
        }
    }
}

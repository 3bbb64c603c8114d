package org.chengshu.core.tree.internal.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.chengshu.core.CoreError;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CSV (UTF-8 or GB 18030) and GeoJSON FeatureCollections, either packed by gzip. */
final class FileReader {
    static final int MOST_ROWS = 200_000;
    static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final JsonMapper JSON = JsonMapper.shared();

    private FileReader() {}

    static RawFile read(byte[] sent) {
        byte[] bytes = unpacked(sent);
        int first = 0;
        while (first < bytes.length && (bytes[first] <= ' ' || isMark(bytes, first))) {
            first++;
        }
        if (first == bytes.length) {
            throw faulty("the file is empty");
        }
        RawFile file = bytes[first] == '{' ? geojson(bytes, first) : csv(bytes);
        if (file.rows().size() > MOST_ROWS) {
            throw faulty("a file has at most " + MOST_ROWS + " rows, not "
                    + file.rows().size());
        }
        return file;
    }

    // The three bytes of a byte order mark are negative, as all of UTF-8 beyond ASCII.
    private static boolean isMark(byte[] bytes, int at) {
        return at < 3 && bytes[0] == (byte) 0xEF && bytes.length > 2 && bytes[1] == (byte) 0xBB;
    }

    private static byte[] unpacked(byte[] sent) {
        if (sent.length < 2 || (sent[0] & 0xff) != GZIP_FIRST || (sent[1] & 0xff) != GZIP_SECOND) {
            return sent;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw new Fault(CoreError.TOO_LARGE, "unpacked the file has more than " + MOST_BYTES + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new Fault(CoreError.TREE_FAULTY, "the file cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static RawFile csv(byte[] bytes) {
        try (Reader text = new InputStreamReader(new ByteArrayInputStream(bytes), charset(bytes))) {
            CsvReader reader = new CsvReader(text, ',');
            List<String> head = reader.next().orElseThrow(() -> faulty("the file has no head")).fields().stream()
                    .map(String::strip)
                    .toList();
            List<RawRow> rows = new ArrayList<>();
            for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row(head, row.get()));
                if (rows.size() > MOST_ROWS) {
                    break;
                }
            }
            return new RawFile(RawFile.CSV, head, rows);
        } catch (IOException e) {
            throw new Fault(CoreError.TREE_FAULTY, "the file cannot be read: " + e.getMessage(), e);
        }
    }

    private static RawRow row(List<String> head, CsvReader.Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(head.size(), row.fields().size()); i++) {
            fields.put(head.get(i), row.fields().get(i).strip());
        }
        boolean fits = row.sound() && row.fields().size() == head.size();
        return new RawRow("line " + row.line(), fields, Optional.empty(), fits);
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return GB_18030;
        }
    }

    private static RawFile geojson(byte[] bytes, int first) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes, first, bytes.length - first);
        } catch (JacksonException e) {
            throw new Fault(CoreError.TREE_FAULTY, "the file is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!json.path("type").asString("").equals("FeatureCollection")
                || !json.path("features").isArray()) {
            throw faulty("a GeoJSON file must be a FeatureCollection");
        }
        Set<String> columns = new LinkedHashSet<>();
        List<RawRow> rows = new ArrayList<>();
        int number = 0;
        for (JsonNode feature : json.path("features")) {
            Map<String, String> fields = new LinkedHashMap<>();
            flatten("", feature.path("properties"), fields);
            columns.addAll(fields.keySet());
            JsonNode geometry = feature.path("geometry");
            Optional<JsonNode> shape = geometry.isObject() ? Optional.of(geometry) : Optional.empty();
            rows.add(new RawRow("features[" + number++ + "]", fields, shape, feature.isObject()));
        }
        return new RawFile(RawFile.GEOJSON, List.copyOf(columns), rows);
    }

    private static void flatten(String prefix, JsonNode properties, Map<String, String> fields) {
        properties.forEachEntry((key, value) -> {
            if (value.isObject()) {
                flatten(prefix + key + ".", value, fields);
            } else if (value.isString() || value.isNumber()) {
                fields.put(prefix + key, value.asString().strip());
            }
        });
    }

    private static Fault faulty(String why) {
        return new Fault(CoreError.TREE_FAULTY, why);
    }
}

package org.chengshu.data.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file of rows is written in. */
public enum FileFormat {
    /** Text delimited by commas, semicolons, bars. */
    CSV,
    /** Text delimited by tabs. */
    TSV,
    /** One JSON document that holds a list of objects. */
    JSON,
    /** One JSON object a line. */
    JSONL,
    /** A GeoJSON feature collection. */
    GEOJSON,
    /** A workbook of Excel 2007 and later. */
    XLSX,
    /** A workbook of Excel 97 to 2003. */
    XLS;

    /** The name on the wire and in packs. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static FileFormat ofWord(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no file format " + word));
    }

    public static Optional<FileFormat> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    public boolean delimited() {
        return this == CSV || this == TSV;
    }

    public boolean workbook() {
        return this == XLSX || this == XLS;
    }
}

package org.chengshu.sense.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.core.sheets.CsvReader;

/** A mapping fitted to the header of one file. */
public final class RowReader {
    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([^}]*)}");

    private final Mapping mapping;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> absent = new ArrayList<>();
    private final TimeReader times;
    private final int width;
    private final int[] timePlaces;
    private final int[] valuePlaces;
    private final List<String> codeParts = new ArrayList<>();

    public RowReader(Mapping mapping, List<String> header, ZoneId city) {
        this.mapping = mapping;
        this.width = header.size();
        for (int i = 0; i < width; i++) {
            places.putIfAbsent(header.get(i).strip(), i);
        }
        this.times = new TimeReader(mapping.time(), city);
        this.timePlaces =
                mapping.time().columns().stream().mapToInt(this::place).toArray();
        this.valuePlaces = mapping.columns().stream()
                .mapToInt(column -> place(column.column()))
                .toArray();
        place(mapping.deviceColumn());
        Matcher names = NAME_IN_BRACES.matcher(mapping.codeTemplate());
        while (names.find()) {
            place(names.group(1));
            codeParts.add(names.group(1));
        }
    }

    /** The columns that the mapping needs and the file does not have. */
    public List<String> absent() {
        return absent.stream().distinct().toList();
    }

    public boolean isComplete(CsvReader.Row row) {
        return row.sound() && row.fields().size() == width;
    }

    /** The values that are there, by place of the mapping's columns; null where the file has none. */
    public String[] texts(CsvReader.Row row) {
        String[] texts = new String[valuePlaces.length];
        for (int i = 0; i < texts.length; i++) {
            int place = valuePlaces[i];
            String text = place < row.fields().size() ? row.fields().get(place).strip() : "";
            texts[i] = text.isEmpty() || mapping.missing().contains(text) ? null : text;
        }
        return texts;
    }

    public Optional<Instant> time(CsvReader.Row row) {
        List<String> texts = new ArrayList<>(timePlaces.length);
        for (int place : timePlaces) {
            texts.add(row.fields().get(place));
        }
        return times.read(texts);
    }

    public String code(CsvReader.Row row) {
        String code = mapping.codeTemplate();
        for (String name : codeParts) {
            code = code.replace(
                    "{" + name + "}", row.fields().get(places.get(name)).strip());
        }
        return code;
    }

    private int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            absent.add(column);
            return 0;
        }
        return place;
    }
}

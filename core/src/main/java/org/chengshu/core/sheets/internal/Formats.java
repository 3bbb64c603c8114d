package org.chengshu.core.sheets.internal;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that a list can be written to. */
enum Formats {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv");

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final String word;
    private final String mediaType;

    Formats(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    /** What the request asks for: the parameter, else the media type when it is the first one accepted. */
    static Optional<Formats> asked(String parameter, String accept) {
        return Arrays.stream(values())
                .filter(each -> parameter.isEmpty() ? accept.startsWith(each.mediaType) : each.word.equals(parameter))
                .findFirst();
    }
}

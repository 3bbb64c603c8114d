package org.chengshu.sense.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** Reads a row's time. Without a pattern: ISO 8601 (a space may stand for the T), or epoch seconds or milliseconds. */
final class TimeReader {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter();
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final int PARTS = 6;

    private final TimeColumns columns;
    private final DateTimeFormatter format;
    private final ZoneId zone;
    private List<String> lastTexts = List.of();
    private Optional<Instant> lastRead = Optional.empty();

    TimeReader(TimeColumns columns, ZoneId city) {
        this.columns = columns;
        this.format = columns.pattern().orElse(ISO);
        this.zone = columns.zone().orElse(city);
    }

    /** Rows of one time mostly follow each other, so the last answer is kept; for one thread. */
    Optional<Instant> read(List<String> texts) {
        if (!texts.equals(lastTexts)) {
            lastRead = readNew(texts);
            lastTexts = texts;
        }
        return lastRead;
    }

    private Optional<Instant> readNew(List<String> texts) {
        try {
            return Optional.of(texts.size() == 1 ? one(texts.getFirst().strip()) : parts(texts));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Instant parts(List<String> texts) {
        int[] parts = {0, 1, 1, 0, 0, 0};
        for (int i = 0; i < Math.min(PARTS, texts.size()); i++) {
            parts[i] = Integer.parseInt(texts.get(i).strip());
        }
        return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                .atZone(zone)
                .toInstant();
    }

    private Instant one(String text) {
        if (columns.pattern().isEmpty() && !text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            long number = Long.parseLong(text);
            return number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (read) {
            case OffsetDateTime at -> at.toInstant();
            case LocalDateTime at -> at.atZone(zone).toInstant();
            default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
        };
    }
}

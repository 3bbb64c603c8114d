package org.chengshu.cases.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** Makes a case of the past of a row, or tells all that keeps it from being one; pure. */
final class PastCaseReading {
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;

    private final HistorySpec spec;
    private final ZoneId zone;
    private final Function<String, Optional<Object>> row;
    private final List<Text> faults = new ArrayList<>();

    private PastCaseReading(HistorySpec spec, ZoneId zone, Function<String, Optional<Object>> row) {
        this.spec = spec;
        this.zone = zone;
        this.row = row;
    }

    /** What a row is: a case, or its number as far as it has one and why it is none. */
    sealed interface Outcome {
        record Taken(PastCase past) implements Outcome {}

        record Refused(Optional<String> number, List<Text> why) implements Outcome {
            public Refused {
                why = List.copyOf(why);
            }
        }
    }

    /** @param row the value of a field of the dataset; a day counts from its start in the zone */
    static Outcome read(HistorySpec spec, ZoneId zone, Function<String, Optional<Object>> row) {
        return new PastCaseReading(spec, zone, row).outcome();
    }

    private Outcome outcome() {
        Optional<String> number = text("number").map(word -> spec.numberPrefix() + word);
        if (number.filter(word -> word.length() <= LONGEST_NUMBER).isEmpty()) {
            fault("没有案件号，或超过 " + LONGEST_NUMBER + " 个字", "the number is missing or longer than " + LONGEST_NUMBER);
        }
        Optional<Instant> opened = time("opened");
        if (opened.isEmpty()) {
            fault("没有立案时间", "the time of opening is missing");
        }
        Optional<Instant> closed = time("closed");
        if (opened.isPresent() && closed.filter(opened.get()::isAfter).isPresent()) {
            fault("结案早于立案", "it was closed before it was opened");
        }
        Optional<Position> position = position();
        Optional<String> category = text("category");
        Optional<String> words = words();
        if (!faults.isEmpty()) {
            return new Outcome.Refused(number, faults);
        }
        String title = text("title").or(() -> category).orElse(number.get());
        return new Outcome.Taken(new PastCase(
                number.get(),
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title,
                words,
                category,
                spec.kindOf(category),
                opened.get(),
                time("due"),
                closed,
                text("department").map(spec::organisationOf),
                position));
    }

    // A title that is too long to be one is kept whole before the description.
    private Optional<String> words() {
        Optional<String> long_ = text("title").filter(title -> title.length() > LONGEST_TITLE);
        Optional<String> description = text("description");
        Optional<String> all = long_.map(
                        title -> description.map(more -> title + "\n" + more).orElse(title))
                .or(() -> description);
        if (all.filter(text -> text.length() > LONGEST_TEXT).isPresent()) {
            fault("描述超过 " + LONGEST_TEXT + " 个字", "the description has more than " + LONGEST_TEXT + " characters");
        }
        return all;
    }

    private Optional<Position> position() {
        Optional<Double> longitude = number("longitude");
        Optional<Double> latitude = number("latitude");
        if (longitude.isEmpty() || latitude.isEmpty()) {
            if (longitude.isPresent() || latitude.isPresent()) {
                fault("坐标只有一半", "only one half of the position is there");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(longitude.get(), latitude.get()));
        } catch (IllegalArgumentException e) {
            fault(
                    "坐标 " + longitude.get() + ", " + latitude.get() + " 不在地球上",
                    "the position " + longitude.get() + ", " + latitude.get() + " is nowhere on earth");
            return Optional.empty();
        }
    }

    private Optional<Object> value(String item) {
        return Optional.ofNullable(spec.fields().get(item)).flatMap(row);
    }

    private Optional<String> text(String item) {
        return value(item).map(PastCaseReading::words).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static String words(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : value.toString();
    }

    private Optional<Instant> time(String item) {
        return value(item).flatMap(found -> switch (found) {
            case Instant instant -> Optional.of(instant);
            case LocalDate day -> Optional.of(day.atStartOfDay(zone).toInstant());
            default -> Optional.empty();
        });
    }

    private Optional<Double> number(String item) {
        return value(item)
                .flatMap(
                        found -> found instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty());
    }

    private void fault(String zh, String en) {
        faults.add(Text.of(zh, en));
    }
}

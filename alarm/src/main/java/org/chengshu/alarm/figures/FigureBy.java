package org.chengshu.alarm.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chengshu.alarm.AlarmError;
import org.chengshu.kernel.Fault;

/** What figures are told apart by. Days and hours are the city's. */
enum FigureBy {
    ALL((fact, time) -> 0, (key, words) -> "all"),
    RULE((fact, time) -> fact.rule(), (key, words) -> words.word(key)),
    SUBJECT((fact, time) -> fact.subject(), (key, words) -> words.word(key)),
    /** What kind of thing the alarms are about: {@code device}. */
    KIND((fact, time) -> fact.subject(), (key, words) -> kind(words.word(key))),
    /** A condition, or silence. */
    SORT((fact, time) -> fact.flags() & AlarmFact.SILENCE, (key, words) -> key == 0 ? "condition" : "silence"),
    AREA((fact, time) -> fact.area(), (key, words) -> words.word(key)),
    SEVERITY((fact, time) -> fact.severity(), (key, words) -> String.valueOf(key)),
    DAY((fact, time) -> time.day(fact.raised()), (key, words) -> LocalDate.ofEpochDay(key)
            .toString()),
    HOUR((fact, time) -> time.hour(fact.raised()), (key, words) -> twoDigits(key)),
    /** Weekday 1 (Monday) to 7 and hour: {@code 5-23}. */
    HEAT(
            (fact, time) -> time.weekday(fact.raised()) * 24 + time.hour(fact.raised()),
            (key, words) -> key / 24 + 1 + "-" + twoDigits(key % 24));

    private final Key key;
    private final Name name;

    FigureBy(Key key, Name name) {
        this.key = key;
        this.name = name;
    }

    @FunctionalInterface
    private interface Key {
        int of(AlarmFact fact, CityTime time);
    }

    @FunctionalInterface
    private interface Name {
        String of(int key, Lexicon words);
    }

    static FigureBy ofWord(String word) {
        return Arrays.stream(values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        AlarmError.ALARM_FILTER_WRONG,
                        "by is "
                                + Arrays.stream(values()).map(FigureBy::word).collect(Collectors.joining(", "))
                                + ", not " + word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of time or of the scale; the others by how much they are. */
    boolean inOrder() {
        return this == DAY || this == HOUR || this == HEAT || this == SEVERITY;
    }

    int key(AlarmFact fact, CityTime time) {
        return key.of(fact, time);
    }

    /** Several keys may have one name. */
    String name(int number, Lexicon words) {
        return name.of(number, words);
    }

    private static String kind(String subject) {
        return subject.substring(0, subject.indexOf(':'));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}

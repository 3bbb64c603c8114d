package org.chengshu.alarm.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chengshu.alarm.centre.AlarmFilter;
import org.chengshu.alarm.centre.AlarmTable;
import org.chengshu.core.access.Viewer;
import org.jooq.Condition;

/**
 * Which alarms figures are counted from: as a condition for alarms that are read themselves, and the same as a test of facts
 * from packed days.
 */
record FigureQuestion(Viewer viewer, AlarmFilter filter, Instant from, Instant to) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    FigureQuestion {
        from = from.isBefore(EARLIEST) ? EARLIEST : from;
        to = to.isAfter(LATEST) ? LATEST : to;
    }

    /** Of all that were raised since. */
    FigureQuestion(Viewer viewer, AlarmFilter filter, Instant from, Optional<Instant> to) {
        this(viewer, filter, from, to.orElse(LATEST));
    }

    Condition condition() {
        return AlarmTable.seenBy(viewer).and(filter.condition());
    }

    Predicate<AlarmFact> test(Lexicon words) {
        Map<Integer, Boolean> areas = new HashMap<>();
        Map<Integer, Boolean> rules = new HashMap<>();
        Map<Integer, Boolean> subjects = new HashMap<>();
        long begin = micros(from);
        long end = micros(to);
        return fact -> fact.raised() >= begin
                && fact.raised() < end
                && fact.is(AlarmFact.HISTORICAL) == filter.historical()
                && filter.severity().map(level -> level == fact.severity()).orElse(true)
                && filter.aside()
                        .suppressed()
                        .map(is -> is == fact.is(AlarmFact.SUPPRESSED))
                        .orElse(true)
                && areas.computeIfAbsent(fact.area(), area -> isIn(words.word(area)))
                && (filter.rule().isEmpty() || rules.computeIfAbsent(fact.rule(), rule -> isRule(words.word(rule))))
                && (filter.subject().isEmpty()
                        || subjects.computeIfAbsent(fact.subject(), subject -> isSubject(words.word(subject))));
    }

    private boolean isIn(String path) {
        return AlarmTable.scopeOf(viewer).contains(path)
                && filter.reach().map(reach -> reach.covers(path)).orElse(true);
    }

    private boolean isRule(String rule) {
        return filter.rule().orElseThrow().equals(rule);
    }

    private boolean isSubject(String subject) {
        return filter.subject().orElseThrow().equals(subject.substring(subject.indexOf(':') + 1));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}

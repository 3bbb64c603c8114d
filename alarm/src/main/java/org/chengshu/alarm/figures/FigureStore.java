package org.chengshu.alarm.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Counts alarms: days that are packed and have not changed since from their one row, all others from the alarms themselves.
 * Both are read from one snapshot of the database, so what is answered is what the alarms say at that moment.
 */
@Component
final class FigureStore {
    private final DSLContext db;
    private final Transactions transactions;
    private final PackedDays days;
    private final FactRows facts;
    private final FigureWords words;

    FigureStore(DSLContext db, Transactions transactions, PackedDays days, FactRows facts, FigureWords words) {
        this.db = db;
        this.transactions = transactions;
        this.days = days;
        this.facts = facts;
        this.words = words;
    }

    List<FigureRow> rows(FigureBy by, FigureOrder order, ZoneId zone, FigureQuestion question, int most) {
        Lexicon lexicon = new Lexicon(words::word);
        FigureCount count = new FigureCount(by, zone);
        transactions.run(() -> {
            db.execute("set transaction isolation level repeatable read, read only");
            read(question, lexicon, count);
        });
        return count.rows(order, most, lexicon);
    }

    private void read(FigureQuestion question, Lexicon lexicon, Consumer<AlarmFact> count) {
        var wanted = question.test(lexicon);
        List<LocalDate> packed = days.each(
                day(question.from()),
                day(question.to()),
                body -> DayCodec.decode(body, fact -> {
                    if (wanted.test(fact)) {
                        count.accept(fact);
                    }
                }));
        Gaps.between(question.from(), question.to(), packed)
                .forEach(gap -> facts.each(question.condition().and(gap.condition()), lexicon::number, count));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}

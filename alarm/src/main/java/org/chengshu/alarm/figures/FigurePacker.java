package org.chengshu.alarm.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.alarm.centre.AlarmTable;
import org.chengshu.core.db.Transactions;
import org.springframework.stereotype.Component;

/** Packs days of alarms for figures, each in a transaction of its own. Doing it again changes nothing. */
@Component
final class FigurePacker {
    private static final int AT_ONCE = 31;

    private final Transactions transactions;
    private final PackedDays days;
    private final FactRows rows;
    private final FigureWords words;

    FigurePacker(Transactions transactions, PackedDays days, FactRows rows, FigureWords words) {
        this.transactions = transactions;
        this.days = days;
        this.rows = rows;
        this.words = words;
    }

    /** Packs what is due; answers how many days that were. */
    int packDue() {
        int packed = 0;
        List<LocalDate> due;
        do {
            due = days.due(AT_ONCE);
            due.forEach(day -> transactions.run(() -> pack(day)));
            packed += due.size();
        } while (due.size() == AT_ONCE);
        return packed;
    }

    /** The mark goes before the alarms are read: who changes one after that leaves a new one. */
    private void pack(LocalDate day) {
        days.alone();
        days.unmark(day);
        Lexicon fresh = new Lexicon(code -> {
            throw new IllegalStateException("alarms have no packed words");
        });
        List<AlarmFact> facts = new ArrayList<>();
        rows.each(AlarmTable.raisedIn(Gaps.start(day), Gaps.start(day.plusDays(1))), fresh::number, facts::add);
        Map<String, Integer> codes = words.codes(fresh.words());
        byte[] body = DayCodec.encode(facts.stream()
                .map(fact -> fact.withWords(number -> codes.get(fresh.word(number))))
                .toList());
        days.put(day, facts.size(), body);
    }
}

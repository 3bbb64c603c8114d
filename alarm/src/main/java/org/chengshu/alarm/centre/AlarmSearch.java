package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.alarm.Alarm;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Lets alarms be found by what they say and by their subject. */
@Component
final class AlarmSearch implements SearchSource {
    private static final int AT_ONCE = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DSLContext db;
    private final AlarmRows rows;

    AlarmSearch(DSLContext db, AlarmRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "alarm";
    }

    @Override
    public Text title() {
        return Text.of("告警", "Alarms");
    }

    @Override
    public String permission() {
        return READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        OffsetDateTime time = utc(since.orElse(Instant.EPOCH));
        UUID id = BEFORE_ALL;
        int found;
        do {
            Result<?> page = db.select(
                            ID, RULE, RULE_ZH, RULE_EN, SUBJECT, SUBJECT_ZH, SUBJECT_EN, AREA_PATH, RECORDED_AT)
                    .from(ALARM)
                    .where(DSL.row(RECORDED_AT, ID).gt(time, id))
                    .orderBy(RECORDED_AT, ID)
                    .limit(AT_ONCE)
                    .fetch();
            page.forEach(row -> to.accept(entry(row)));
            found = page.size();
            if (found > 0) {
                time = page.get(found - 1).get(RECORDED_AT);
                id = page.get(found - 1).get(ID);
            }
        } while (found == AT_ONCE);
    }

    private static SearchEntry entry(Record row) {
        return new SearchEntry(
                row.get(ID).toString(),
                Text.of(row.get(SUBJECT_ZH) + " " + row.get(RULE_ZH), row.get(SUBJECT_EN) + " " + row.get(RULE_EN)),
                List.of(row.get(SUBJECT), row.get(RULE)),
                "",
                Optional.of(row.get(AREA_PATH)));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return db
                .select(COLUMNS)
                .from(ALARM)
                .where(ID.in(ids.stream().map(UUID::fromString).toList()))
                .and(seenBy(viewer))
                .fetch(rows::read)
                .stream()
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(Alarm alarm) {
        Text subject = alarm.subject().title();
        Text rule = alarm.rule().title();
        boolean open = alarm.clearedAt().isEmpty();
        String at = alarm.raisedAt().toString();
        return new SearchHit(
                kind(),
                alarm.id().value().toString(),
                Text.of(subject.zh() + " " + rule.zh(), subject.en() + " " + rule.en()),
                Text.of((open ? "未解除" : "已解除") + " · " + at, (open ? "open" : "cleared") + " · " + at),
                "/alarms/" + alarm.id().value());
    }
}

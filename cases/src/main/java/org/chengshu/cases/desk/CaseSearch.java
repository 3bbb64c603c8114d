package org.chengshu.cases.desk;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Lets cases be found by their number, title, description and subject. */
@Component
final class CaseSearch implements SearchSource {
    private static final Field<OffsetDateTime> RECORDED_AT =
            DSL.field(DSL.name("recorded_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final int AT_ONCE = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DSLContext db;
    private final CaseItems items;

    CaseSearch(DSLContext db, CaseItems items) {
        this.db = db;
        this.items = items;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public Text title() {
        return Text.of("案件", "Cases");
    }

    @Override
    public String permission() {
        return CaseRights.READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        OffsetDateTime time = utc(since.orElse(Instant.EPOCH));
        UUID id = BEFORE_ALL;
        int found;
        do {
            Result<?> page = db.select(
                            ID, NUMBER, TITLE_ZH, TITLE_EN, DESCRIPTION, SUBJECT, SUBJECT_ZH, AREA_PATH, RECORDED_AT)
                    .from(CASES)
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
                Text.of(row.get(TITLE_ZH), row.get(TITLE_EN)),
                Optional.ofNullable(row.get(SUBJECT))
                        .map(subject -> List.of(row.get(NUMBER), subject))
                        .orElseGet(() -> List.of(row.get(NUMBER))),
                Optional.ofNullable(row.get(DESCRIPTION)).orElse("") + " "
                        + Optional.ofNullable(row.get(SUBJECT_ZH)).orElse(""),
                Optional.of(row.get(AREA_PATH)));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return db
                .select(COLUMNS)
                .from(CASES)
                .where(ID.in(ids.stream().map(UUID::fromString).toList()))
                .and(within(viewer.scope(CaseRights.READ)))
                .fetch(CaseTable::read)
                .stream()
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(CaseFile file) {
        Text kindTitle = items.kindTitle(file.kind());
        boolean closed = file.stage().equals(CityCase.CLOSE);
        return new SearchHit(
                kind(),
                file.id().value().toString(),
                file.title(),
                Text.of(
                        file.number() + " · " + kindTitle.zh() + (closed ? " · 已结案" : " · 在办"),
                        file.number() + " · " + kindTitle.en() + (closed ? " · closed" : " · open")),
                "/cases/" + file.id().value());
    }
}

package org.chengshu.data.load.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.live.Live;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.load.LoadFault;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of loads. */
@Component
public class LoadStore {
    private static final Field<OffsetDateTime> STARTED =
            DSL.field(DSL.name("started_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    /** The topic that screens follow. */
    public static final String LIVE = "load";

    private static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Live live;

    LoadStore(DSLContext sql, JsonMapper json, Clock clock, Live live) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.live = live;
    }

    /** Screens that follow loads see it as it is now. */
    private void tell(UUID id) {
        find(id).ifPresent(load -> live.publish(LIVE, Viewer.WHOLE_CITY, load));
    }

    UUID insert(LoadOrder order, Viewer who) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.execute(
                """
                insert into cs_data.load (id, dataset, state, title_zh, title_en, load_order, source, corrects, account,
                    who, started_at)
                values (?, ?, 'queued', ?, ?, ?::jsonb, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                order.dataset(),
                order.title().zh(),
                order.title().en(),
                json.writeValueAsString(order),
                order.source().orElse(null),
                order.corrects().orElse(null),
                who.accountId(),
                who.displayName(),
                now.atOffset(ZoneOffset.UTC));
        return id;
    }

    void job(UUID id, UUID job) {
        sql.execute("update cs_data.load set job = ? where id = ?", job, id);
    }

    void begun(UUID id, int number) {
        sql.execute("update cs_data.load set number = ? where id = ?", number, id);
    }

    void opened(UUID id, List<String> columns, long expected) {
        sql.execute(
                "update cs_data.load set columns = ?::jsonb, expected = ? where id = ?",
                json.writeValueAsString(columns),
                expected,
                id);
    }

    void progress(UUID id, Figures figures) {
        sql.execute(
                """
                update cs_data.load set read_count = ?, stored_count = ?, refused_count = ?, removed_count = ?,
                    figures = ?::jsonb where id = ?
                """,
                figures.read(),
                figures.rows(),
                figures.refused(),
                figures.removed(),
                json.writeValueAsString(figures),
                id);
        tell(id);
    }

    void told(UUID id, FeedTotals totals, Optional<JsonNode> mark) {
        sql.execute(
                "update cs_data.load set told = ?::jsonb, mark = ?::jsonb where id = ?",
                json.writeValueAsString(totals),
                mark.map(JsonNode::toString).orElse(null),
                id);
    }

    void at(UUID id, LoadState state) {
        sql.execute("""
                update cs_data.load set state = ?, steps = steps || jsonb_build_object(?::text, ?::text) where id = ?
                """, state.word(), state.word(), clock.instant().toString(), id);
    }

    void reconciled(UUID id, JsonNode reconciliation) {
        sql.execute("update cs_data.load set reconciliation = ?::jsonb where id = ?", reconciliation.toString(), id);
    }

    void checked(UUID id, List<LoadFault> faults) {
        sql.execute("update cs_data.load set faults = ?::jsonb where id = ?", json.writeValueAsString(faults), id);
    }

    /** False when it has ended already. */
    boolean hold(UUID id, Text reason) {
        boolean held =
                sql.execute("""
                        update cs_data.load set state = 'held', error_zh = ?, error_en = ?,
                            steps = steps || jsonb_build_object('held', ?::text)
                        where id = ? and ended_at is null
                        """, reason.zh(), reason.en(), clock.instant().toString(), id) == 1;
        tell(id);
        return held;
    }

    void released(UUID id, LoadView.Release release) {
        sql.execute(
                "update cs_data.load set released_by = ?, release_reason = ? where id = ?",
                release.by(),
                release.reason(),
                id);
    }

    /** False when it has ended already. */
    boolean end(UUID id, LoadState state, Optional<Text> error) {
        boolean ended = sql.execute(
                        """
                update cs_data.load set state = ?, error_zh = ?, error_en = ?, ended_at = ?::timestamptz,
                    steps = steps || jsonb_build_object(?::text, ?::text)
                where id = ? and ended_at is null
                """,
                        state.word(),
                        error.map(Text::zh).orElse(null),
                        error.map(Text::en).orElse(null),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        state.word(),
                        clock.instant().toString(),
                        id)
                == 1;
        tell(id);
        return ended;
    }

    /** False when it has ended already. */
    boolean askToEnd(UUID id) {
        return sql.execute("update cs_data.load set cancel_asked = true where id = ? and ended_at is null", id) == 1;
    }

    boolean isAskedToEnd(UUID id) {
        return !sql.fetch("select 1 from cs_data.load where id = ? and cancel_asked", id)
                .isEmpty();
    }

    Optional<Figures> figures(UUID id) {
        return text(id, "figures").map(text -> json.readValue(text, Figures.class));
    }

    FeedTotals told(UUID id) {
        return text(id, "told")
                .map(text -> json.readValue(text, FeedTotals.class))
                .orElseGet(FeedTotals::untold);
    }

    private Optional<String> text(UUID id, String column) {
        return sql.select(DSL.field(DSL.name(column)).cast(SQLDataType.CLOB))
                .from(DSL.table(DSL.name("cs_data", "load")))
                .where(ID.eq(id))
                .fetchOptional(0, String.class);
    }

    public Optional<LoadView> find(UUID id) {
        return select(ID.eq(id)).fetchOptional(this::view);
    }

    public LoadView get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(DataError.LOAD_NOT_FOUND, "no load " + id));
    }

    List<LoadView> open() {
        return select(DSL.field(DSL.name("ended_at")).isNull().and(STATE.ne(LoadState.HELD.word())))
                .fetch(this::view);
    }

    List<LoadView> held() {
        return select(STATE.eq(LoadState.HELD.word())).fetch(this::view);
    }

    List<LoadView> held(String dataset) {
        return select(STATE.eq(LoadState.HELD.word())
                        .and(DSL.field(DSL.name("dataset"), String.class).eq(dataset)))
                .fetch(this::view);
    }

    List<LoadView> latest(String dataset, int most) {
        return select(DSL.field(DSL.name("dataset"), String.class).eq(dataset))
                .orderBy(STARTED.desc(), ID.desc())
                .limit(most)
                .fetch(this::view);
    }

    /** The last promoted load of the dataset that is no correction of another. */
    Optional<LoadView> lastDelivery(String dataset) {
        return select(DSL.field(DSL.name("dataset"), String.class)
                        .eq(dataset)
                        .and(DSL.field(DSL.name("state"), String.class).eq(LoadState.PROMOTED.word()))
                        .and(DSL.field(DSL.name("corrects")).isNull()))
                .orderBy(STARTED.desc(), ID.desc())
                .limit(1)
                .fetchOptional(this::view);
    }

    /** Newest first. */
    public CursorPage<LoadView> page(
            Optional<String> dataset, Optional<String> source, Optional<LoadState> state, Cursor cursor) {
        Condition ofDataset =
                dataset.map(DSL.field(DSL.name("dataset"), String.class)::eq).orElseGet(DSL::noCondition);
        Condition ofSource =
                source.map(DSL.field(DSL.name("source"), String.class)::eq).orElseGet(DSL::noCondition);
        Condition inState = state.map(
                        one -> DSL.field(DSL.name("state"), String.class).eq(one.word()))
                .orElseGet(DSL::noCondition);
        return Keyset.fetch(select(ofDataset.and(ofSource).and(inState)), cursor, STARTED, ID, this::view);
    }

    private org.jooq.SelectConditionStep<Record> select(Condition condition) {
        return sql.select(DSL.asterisk())
                .from(DSL.table(DSL.name("cs_data", "load")))
                .where(condition);
    }

    private LoadView view(Record row) {
        return new LoadView(
                row.get(ID),
                row.get("dataset", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Optional.ofNullable(row.get("number", Integer.class)),
                LoadState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                json.readValue(row.get("load_order", String.class), LoadOrder.class),
                row.get("expected", long.class),
                row.get("read_count", long.class),
                row.get("stored_count", long.class),
                row.get("refused_count", long.class),
                row.get("removed_count", long.class),
                json.readValue(row.get("columns", String.class), new TypeReference<List<String>>() {}),
                Optional.ofNullable(row.get("reconciliation", String.class)).map(json::readTree),
                json.readValue(row.get("faults", String.class), new TypeReference<List<LoadFault>>() {}),
                Optional.ofNullable(row.get("error_zh", String.class))
                        .map(zh -> Text.of(zh, row.get("error_en", String.class))),
                Optional.ofNullable(row.get("mark", String.class)).map(json::readTree),
                Optional.ofNullable(row.get("job", UUID.class)),
                row.get("who", String.class),
                Optional.ofNullable(row.get("released_by", String.class))
                        .map(by -> new LoadView.Release(by, row.get("release_reason", String.class))),
                json.readValue(row.get("steps", String.class), new TypeReference<Map<String, Instant>>() {}),
                row.get(STARTED).toInstant(),
                Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}

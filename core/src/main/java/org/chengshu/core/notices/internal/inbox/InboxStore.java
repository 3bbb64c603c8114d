package org.chengshu.core.notices.internal.inbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
public final class InboxStore {
    /** The live topic of everybody's own inbox. */
    public static final String TOPIC = "notices";

    private static final Field<OffsetDateTime> AT = field(name("i", "at"), OffsetDateTime.class);
    private static final Field<UUID> ID = field(name("i", "id"), UUID.class);
    private static final Field<UUID> ACCOUNT = field(name("i", "account_id"), UUID.class);
    private static final Field<OffsetDateTime> READ_AT = field(name("i", "read_at"), OffsetDateTime.class);
    private static final Field<Integer> SEVERITY = field(name("i", "severity"), Integer.class);
    private static final String READ = """
            select i.*, n.matter, n.title_zh, n.title_en, n.text_zh, n.text_en, n.page, n.step, n.rule
            from cs_core.notice_inbox i join cs_core.notice n on n.id = i.notice_id
            """;

    private final DSLContext sql;
    private final Clock clock;

    InboxStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Puts a notice into somebody's inbox, into the entry of its key that he has not read, if there is one. */
    public InboxItem put(UUID account, UUID notice, String foldKey, Severity severity, Instant at) {
        UUID id = sql.fetchSingle("""
                        insert into cs_core.notice_inbox as i (id, account_id, notice_id, fold_key, severity, at)
                        values (?, ?, ?, ?, ?, ?::timestamptz)
                        on conflict (account_id, fold_key) where read_at is null do update
                        set notice_id = excluded.notice_id, at = excluded.at, times = i.times + case when exists (
                                select 1 from cs_core.notice o join cs_core.notice n on n.occurrence = o.occurrence
                                where o.id = i.notice_id and n.id = excluded.notice_id) then 0 else 1 end,
                            severity = greatest(i.severity, excluded.severity)
                        returning id
                        """, Ids.at(at), account, notice, foldKey, severity.level(), at)
                .get(0, UUID.class);
        return get(account, id).orElseThrow();
    }

    Optional<InboxItem> get(UUID account, UUID id) {
        return sql.fetchOptional(READ + "where i.account_id = ? and i.id = ?", account, id)
                .map(InboxStore::item);
    }

    CursorPage<InboxItem> list(UUID account, boolean unread, int severity, Cursor cursor) {
        return Keyset.fetch(
                sql.select()
                        .from(table("(" + READ + ")").as("i"))
                        .where(ACCOUNT.eq(account))
                        .and(unread ? READ_AT.isNull() : noCondition())
                        .and(severity > 1 ? SEVERITY.ge(severity) : noCondition()),
                cursor,
                AT,
                ID,
                InboxStore::item);
    }

    Unread unread(UUID account) {
        Record row = sql.fetchSingle("""
                select count(*)::int as n, max(severity)::int as worst
                from cs_core.notice_inbox where account_id = ? and read_at is null
                """, account);
        return new Unread(
                row.get("n", Integer.class),
                Optional.ofNullable(row.get("worst", Integer.class)).map(Severity::ofLevel));
    }

    boolean markRead(UUID account, UUID id) {
        return sql.execute(
                        "update cs_core.notice_inbox set read_at = coalesce(read_at, ?::timestamptz) where account_id = ? and id = ?",
                        clock.instant(),
                        account,
                        id)
                > 0;
    }

    /** Leaves it read when a newer one of its key waits unread already. */
    boolean markUnread(UUID account, UUID id) {
        return sql.execute("""
                update cs_core.notice_inbox i set read_at = null
                where account_id = ? and id = ? and not exists (
                    select 1 from cs_core.notice_inbox o
                    where o.account_id = i.account_id and o.fold_key = i.fold_key and o.read_at is null)
                """, account, id) > 0;
    }

    int markAllRead(UUID account) {
        return sql.execute(
                "update cs_core.notice_inbox set read_at = ?::timestamptz where account_id = ? and read_at is null",
                clock.instant(),
                account);
    }

    private static InboxItem item(Record row) {
        return new InboxItem(
                row.get("id", UUID.class),
                row.get("matter", String.class),
                Severity.ofLevel(row.get("severity", Integer.class)),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Text.of(row.get("text_zh", String.class), row.get("text_en", String.class)),
                Optional.ofNullable(row.get("page", String.class)),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("times", Integer.class),
                Optional.ofNullable(row.get("read_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("step", Integer.class),
                Optional.ofNullable(row.get("rule", String.class)));
    }

    record Unread(int count, Optional<Severity> worst) {}
}

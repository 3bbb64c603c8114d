package org.chengshu.core.notices.internal.delivery;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What the office sees of deliveries, and how it sends dead ones again. */
@Component
final class DeliveryOffice {
    private static final Field<OffsetDateTime> CREATED_AT = field(name("d", "created_at"), OffsetDateTime.class);
    private static final Field<UUID> ID = field(name("d", "id"), UUID.class);
    private static final Field<String> STATE = field(name("d", "state"), String.class);
    private static final Field<String> CHANNEL = field(name("d", "channel"), String.class);
    private static final String READ = """
            select d.*, n.title_zh, n.title_en, n.matter, n.at
            from cs_core.notice_delivery d join cs_core.notice n on n.id = d.notice_id
            """;

    private final DSLContext sql;
    private final Clock clock;

    DeliveryOffice(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    CursorPage<DeliveryView> list(Optional<String> state, Optional<String> channel, Cursor cursor) {
        return Keyset.fetch(
                sql.select()
                        .from(table("(" + READ + ")").as("d"))
                        .where(state.map(STATE::eq).orElse(noCondition()))
                        .and(channel.map(CHANNEL::eq).orElse(noCondition())),
                cursor,
                CREATED_AT,
                ID,
                DeliveryOffice::view);
    }

    Optional<DeliveryView> find(UUID id) {
        return sql.fetchOptional(READ + "where d.id = ?", id).map(DeliveryOffice::view);
    }

    Map<String, Integer> counts() {
        return sql.fetch("select state, count(*)::int as n from cs_core.notice_delivery group by state").stream()
                .collect(Collectors.toMap(row -> row.get("state", String.class), row -> row.get("n", Integer.class)));
    }

    boolean resend(UUID id) {
        return sql.execute("""
                update cs_core.notice_delivery set state = 'waiting', attempts = 0, next_at = ?::timestamptz
                where id = ? and state = 'dead'
                """, clock.instant(), id) > 0;
    }

    int resendAll(Optional<String> channel) {
        return sql.execute("""
                update cs_core.notice_delivery set state = 'waiting', attempts = 0, next_at = ?::timestamptz
                where state = 'dead' and (?::text is null or channel = ?)
                """, clock.instant(), channel.orElse(null), channel.orElse(null));
    }

    private static DeliveryView view(Record row) {
        String state = row.get("state", String.class);
        return new DeliveryView(
                row.get("id", UUID.class),
                row.get("channel", String.class),
                row.get("shown", String.class),
                state,
                row.get("times", Integer.class),
                row.get("attempts", Integer.class),
                Optional.of(row.get("next_at", OffsetDateTime.class).toInstant())
                        .filter(any -> state.equals("waiting")),
                Optional.ofNullable(row.get("error", String.class)),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("sent_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                new DeliveryView.Told(
                        row.get("matter", String.class),
                        Severity.ofLevel(row.get("severity", Integer.class)),
                        Text.of(row.get("title_zh", String.class), row.get("title_en", String.class))));
    }
}

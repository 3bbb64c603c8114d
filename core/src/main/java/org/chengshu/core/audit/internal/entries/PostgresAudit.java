package org.chengshu.core.audit.internal.entries;

import static org.chengshu.core.audit.internal.entries.AuditRows.ACCOUNT;
import static org.chengshu.core.audit.internal.entries.AuditRows.AT;
import static org.chengshu.core.audit.internal.entries.AuditRows.AUDIT;
import static org.chengshu.core.audit.internal.entries.AuditRows.DETAILS;
import static org.chengshu.core.audit.internal.entries.AuditRows.EVENT;
import static org.chengshu.core.audit.internal.entries.AuditRows.ID;
import static org.chengshu.core.audit.internal.entries.AuditRows.OUTCOME;
import static org.chengshu.core.audit.internal.entries.AuditRows.THINGS;
import static org.chengshu.core.audit.internal.entries.AuditRows.WHO;
import static org.chengshu.core.audit.internal.entries.AuditRows.utc;
import static org.chengshu.core.audit.internal.entries.AuditRows.word;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditFilter;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresAudit implements Audit {
    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    PostgresAudit(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    // One statement, so that an entry and its place in the queue to the chain share their fate.
    @Override
    public void record(AuditEntry entry) {
        // The database keeps microseconds; what is hashed must be what is kept.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.execute(
                """
                with kept as (
                    insert into cs_core.audit
                        (id, at, account_id, who, event, outcome, code, details, address, things)
                    values (cast(? as uuid), cast(? as timestamptz), cast(? as uuid), ?, ?, ?, ?, cast(? as jsonb), ?,
                        cast(? as text[])) returning id, at)
                insert into cs_core.audit_waiting (id, at) select id, at from kept
                """,
                Ids.at(now),
                utc(now),
                entry.account().orElse(null),
                entry.who(),
                entry.event(),
                word(entry.outcome()),
                entry.code().orElse(null),
                json.writeValueAsString(entry.details()),
                entry.address().orElse(null),
                Things.of(entry.event(), entry.details()).toArray(String[]::new));
    }

    @Override
    public CursorPage<AuditRow> list(AuditFilter filter, Cursor cursor) {
        return Keyset.fetch(
                sql.select(AuditRows.columns()).from(AUDIT).where(where(filter)),
                cursor,
                AT,
                ID,
                row -> AuditRows.of(row, json));
    }

    @Override
    public Optional<AuditRow> find(UUID id) {
        return sql.select(AuditRows.columns())
                .from(AUDIT)
                .where(ID.eq(id))
                .fetchOptional(row -> AuditRows.of(row, json));
    }

    private static Condition where(AuditFilter filter) {
        return noCondition()
                .and(filter.event()
                        .map(event -> event.endsWith(".") ? EVENT.startsWith(event) : EVENT.eq(event))
                        .orElse(noCondition()))
                .and(filter.who().map(WHO::eq).orElse(noCondition()))
                .and(filter.account().map(ACCOUNT::eq).orElse(noCondition()))
                .and(filter.outcome().map(outcome -> OUTCOME.eq(word(outcome))).orElse(noCondition()))
                .and(filter.thing()
                        .map(thing -> THINGS.contains(
                                new String[] {Things.named(filter.kind().orElse(""), thing)}))
                        .orElse(noCondition()))
                .and(filter.text().map(PostgresAudit::holds).orElse(noCondition()))
                .and(filter.from().map(from -> AT.ge(utc(from))).orElse(noCondition()))
                .and(filter.to().map(to -> AT.lt(utc(to))).orElse(noCondition()));
    }

    private static Condition holds(String text) {
        return WHO.containsIgnoreCase(text)
                .or(EVENT.containsIgnoreCase(text))
                .or(DETAILS.cast(SQLDataType.CLOB).containsIgnoreCase(text));
    }
}

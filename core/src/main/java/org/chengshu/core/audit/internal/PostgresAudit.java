package org.chengshu.core.audit.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditFilter;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresAudit implements Audit {
    private static final Table<Record> AUDIT = table(name("cs_core", "audit"));
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ACCOUNT = field(name("account_id"), SQLDataType.UUID);
    private static final Field<String> WHO = field(name("who"), SQLDataType.CLOB);
    private static final Field<String> EVENT = field(name("event"), SQLDataType.CLOB);
    private static final Field<String> OUTCOME = field(name("outcome"), SQLDataType.CLOB);
    private static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    private static final Field<JSONB> DETAILS = field(name("details"), SQLDataType.JSONB);
    private static final Field<String> ADDRESS = field(name("address"), SQLDataType.CLOB);
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    PostgresAudit(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        Instant now = clock.instant();
        sql.insertInto(AUDIT)
                .set(ID, Ids.at(now))
                .set(AT, utc(now))
                .set(ACCOUNT, entry.account().orElse(null))
                .set(WHO, entry.who())
                .set(EVENT, entry.event())
                .set(OUTCOME, word(entry.outcome()))
                .set(CODE, entry.code().orElse(null))
                .set(DETAILS, JSONB.valueOf(json.writeValueAsString(entry.details())))
                .set(ADDRESS, entry.address().orElse(null))
                .execute();
    }

    @Override
    public CursorPage<AuditRow> list(AuditFilter filter, Cursor cursor) {
        return Keyset.fetch(
                sql.select(ID, AT, ACCOUNT, WHO, EVENT, OUTCOME, CODE, DETAILS, ADDRESS)
                        .from(AUDIT)
                        .where(where(filter)),
                cursor,
                AT,
                ID,
                this::row);
    }

    private static Condition where(AuditFilter filter) {
        return noCondition()
                .and(filter.event()
                        .map(event -> event.endsWith(".") ? EVENT.startsWith(event) : EVENT.eq(event))
                        .orElse(noCondition()))
                .and(filter.who().map(WHO::eq).orElse(noCondition()))
                .and(filter.outcome().map(outcome -> OUTCOME.eq(word(outcome))).orElse(noCondition()))
                .and(filter.from().map(from -> AT.ge(utc(from))).orElse(noCondition()))
                .and(filter.to().map(to -> AT.lt(utc(to))).orElse(noCondition()));
    }

    private AuditRow row(Record row) {
        AuditEntry entry = new AuditEntry(
                Optional.ofNullable(row.get(ACCOUNT)),
                row.get(WHO),
                row.get(EVENT),
                AuditOutcome.valueOf(row.get(OUTCOME).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.get(CODE)),
                json.readValue(row.get(DETAILS).data(), STRINGS),
                Optional.ofNullable(row.get(ADDRESS)));
        return new AuditRow(row.get(ID), row.get(AT).toInstant(), entry);
    }

    private static String word(AuditOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

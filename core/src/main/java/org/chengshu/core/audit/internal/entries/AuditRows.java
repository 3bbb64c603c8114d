package org.chengshu.core.audit.internal.entries;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns of the audit and how a row becomes an entry. */
public final class AuditRows {
    static final Table<Record> AUDIT = table(name("cs_core", "audit"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<UUID> ACCOUNT = field(name("account_id"), SQLDataType.UUID);
    static final Field<String> WHO = field(name("who"), SQLDataType.CLOB);
    static final Field<String> EVENT = field(name("event"), SQLDataType.CLOB);
    static final Field<String> OUTCOME = field(name("outcome"), SQLDataType.CLOB);
    static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    static final Field<JSONB> DETAILS = field(name("details"), SQLDataType.JSONB);
    static final Field<String> ADDRESS = field(name("address"), SQLDataType.CLOB);
    static final Field<String[]> THINGS = field(name("things"), SQLDataType.CLOB.array());
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private AuditRows() {}

    static List<SelectField<?>> columns() {
        return List.of(ID, AT, ACCOUNT, WHO, EVENT, OUTCOME, CODE, DETAILS, ADDRESS);
    }

    /** The entry of a row that has all columns by their names. */
    public static AuditRow of(Record row, JsonMapper json) {
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

    /** How an outcome is written in the database and on the wire. */
    public static String word(AuditOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    public static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

package org.chengshu.cases.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.cases.handling.WordPieces;
import org.chengshu.core.access.Scope;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reports in PostgreSQL; rows are only added. Whoever may see the case that a report belongs to may see the report. */
@Component
final class ReportStore {
    static final Table<Record> REPORTS = DSL.table(DSL.name("cs_cases", "report"));
    static final Field<UUID> ID = field("id", SQLDataType.UUID);
    static final Field<String> NUMBER = field("number", SQLDataType.CLOB);
    static final Field<String> CHANNEL = field("channel", SQLDataType.CLOB);
    static final Field<String> KIND = field("kind", SQLDataType.CLOB);
    static final Field<String> WORDS = field("words", SQLDataType.CLOB);
    static final Field<OffsetDateTime> REPORTED_AT = field("reported_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<String> PHONE_KEY = field("phone_key", SQLDataType.CLOB);
    private static final Field<String> FOUND_BY = DSL.field("({0} || ' ' || {1})", SQLDataType.CLOB, NUMBER, WORDS);
    private static final Field<UUID> OF_CASE = field("case_id", SQLDataType.UUID);
    private static final Table<Record> CASES = CaseTable.CASES;
    private static final Field<UUID> CASE_ID = DSL.field(DSL.name("cs_cases", "case_file", "id"), UUID.class);
    private static final Field<Boolean> HAS_CONTACT =
            DSL.field("""
            (coalesce(cs_cases.report.name_sealed, cs_cases.report.phone_sealed, cs_cases.report.email_sealed) is not null)
            """, Boolean.class).as("has_contact");
    private static final Field<UUID> CASE_NOW = DSL.field("""
            (select coalesce(c.merged_into, c.id) from cs_cases.case_file c where c.id = cs_cases.report.case_id)
            """, UUID.class).as("case_now");
    private static final Field<Boolean> MERGED = DSL.field("""
            exists (select 1 from cs_cases.case_file c where c.id = cs_cases.report.case_id and c.merged_into is not null)
            """, Boolean.class).as("merged");
    static final Condition CLOSED_NOW = DSL.condition("""
            (select s.stage from cs_cases.case_file c join cs_cases.case_file s on s.id = coalesce(c.merged_into, c.id)
              where c.id = cs_cases.report.case_id) = 'close'
            """);
    private static final Field<String> CASE_NUMBER =
            DSL.field("""
            (select s.number from cs_cases.case_file c join cs_cases.case_file s on s.id = coalesce(c.merged_into, c.id)
              where c.id = cs_cases.report.case_id)
            """, String.class).as("case_number");

    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            NUMBER,
            CASE_NOW,
            CASE_NUMBER,
            MERGED,
            field("opened_case", SQLDataType.BOOLEAN),
            CHANNEL,
            KIND,
            WORDS,
            field("description", SQLDataType.CLOB),
            field("attributes", SQLDataType.JSONB),
            field("area_path", SQLDataType.CLOB),
            field("outside", SQLDataType.BOOLEAN),
            field("longitude", SQLDataType.DOUBLE),
            field("latitude", SQLDataType.DOUBLE),
            field("address", SQLDataType.CLOB),
            field("seen_at", SQLDataType.TIMESTAMPWITHTIMEZONE),
            REPORTED_AT,
            field("taken_by", SQLDataType.CLOB),
            field("anonymous", SQLDataType.BOOLEAN),
            field("name_shown", SQLDataType.CLOB),
            field("phone_shown", SQLDataType.CLOB),
            HAS_CONTACT,
            field("media_url", SQLDataType.CLOB));

    private final DSLContext db;
    private final JsonMapper json;

    ReportStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(Row row) {
        NewReport report = row.report();
        Optional<Position> position = report.place().position();
        db.execute(
                """
                insert into cs_cases.report (
                    id, number, code_hash, case_id, opened_case, channel, kind, words, description, attributes,
                    area_path, outside, longitude, latitude, address, address_id, seen_at, reported_at, account_id,
                    taken_by, anonymous, name_shown, phone_shown, name_sealed, phone_sealed, email_sealed, phone_key,
                    media_url)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb),
                    ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as uuid),
                    ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.id(),
                row.number(),
                hash(row.number(), row.code()),
                row.caseId().value(),
                row.openedCase(),
                report.channel().word(),
                report.kind().id(),
                report.title().zh(),
                report.description().orElse(null),
                report.attributes().toString(),
                report.place().areaPath(),
                report.place().outside(),
                position.map(Position::longitude).orElse(null),
                position.map(Position::latitude).orElse(null),
                report.place().address().orElse(null),
                report.place().addressId().orElse(null),
                report.seenAt().map(Instant::toString).orElse(null),
                row.at().toString(),
                row.account().orElse(null),
                row.takenBy().orElse(null),
                report.anonymous(),
                report.contact().nameShown().orElse(null),
                report.contact().phoneShown().orElse(null),
                row.sealed().name().orElse(null),
                row.sealed().phone().orElse(null),
                row.sealed().email().orElse(null),
                row.sealed().phoneKey().orElse(null),
                report.mediaUrl().orElse(null));
    }

    Optional<Report> find(UUID id, Scope scope) {
        return first(ID.eq(id).and(within(scope)));
    }

    Report get(UUID id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new Fault(CaseError.REPORT_UNKNOWN, "no report " + id));
    }

    /** The report of a number, for whoever also knows its code. */
    Optional<Report> follow(String number, String code) {
        return first(NUMBER.eq(number).and(field("code_hash", SQLDataType.CLOB).eq(hash(number, code))));
    }

    Optional<Report> findByNumber(String number) {
        return first(NUMBER.eq(number));
    }

    /** All reports of a case, with those of the cases merged into it, the first first. */
    List<Report> ofCase(CaseId id) {
        // Asked for first, as a list: told as one of two conditions it would be compared with all reports there are.
        Select<Record1<UUID>> withMerged = DSL.select(DSL.val(id.value()))
                .unionAll(DSL.select(CASE_ID)
                        .from(CASES)
                        .where(DSL.field(DSL.name("merged_into"), UUID.class).eq(id.value())));
        return select().where(OF_CASE.eq(DSL.any(DSL.array(withMerged))))
                .orderBy(REPORTED_AT, ID)
                .fetch(this::report);
    }

    static Condition holding(String words) {
        return WordPieces.in(FOUND_BY, words);
    }

    CursorPage<Report> list(Condition condition, Scope scope, Cursor cursor) {
        return Keyset.fetch(select().where(within(scope)).and(condition), cursor, REPORTED_AT, ID, this::report);
    }

    /** What came from the same telephone before, the newest first. */
    List<Report> ofPhone(String phoneKey, Scope scope, int most) {
        return select().where(PHONE_KEY.eq(phoneKey))
                .and(within(scope))
                .orderBy(REPORTED_AT.desc(), ID.desc())
                .limit(most)
                .fetch(this::report);
    }

    /** What the public may read: reports of these kinds that came by a public channel, as the condition narrows them. */
    List<Report> listPublic(Condition condition, int from, int most) {
        return select().where(CHANNEL.in(DSL.inline(Channel.OPEN311.word()), DSL.inline(Channel.RESIDENT.word())))
                .and(condition)
                .orderBy(REPORTED_AT.desc(), ID.desc())
                .offset(from)
                .limit(most)
                .fetch(this::report);
    }

    ContactVault.Sealed sealedOf(UUID id) {
        Record row = db.fetchSingle(
                "select name_sealed, phone_sealed, email_sealed, phone_key from cs_cases.report where id = ?", id);
        return new ContactVault.Sealed(
                text(row, "name_sealed"), text(row, "phone_sealed"), text(row, "email_sealed"), text(row, "phone_key"));
    }

    /** The accounts that reported to these cases. */
    List<UUID> accountsOf(List<CaseId> cases) {
        return db.fetch(
                        "select distinct account_id from cs_cases.report where case_id = any (?) and account_id is not null",
                        (Object) cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .getValues("account_id", UUID.class);
    }

    private Optional<Report> first(Condition condition) {
        return select().where(condition).fetchOptional(this::report);
    }

    private SelectJoinStep<Record> select() {
        return db.select(COLUMNS).from(REPORTS);
    }

    private static Condition within(Scope scope) {
        return scope.isEverywhere()
                ? DSL.noCondition()
                : DSL.exists(
                        DSL.selectOne().from(CASES).where(CASE_ID.eq(OF_CASE)).and(CaseTable.within(scope)));
    }

    private Report report(Record row) {
        return new Report(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("case_now", UUID.class),
                row.get("case_number", String.class),
                row.get("opened_case", Boolean.class),
                row.get(MERGED),
                Channel.ofWord(row.get("channel", String.class)).orElseThrow(),
                row.get("kind", String.class),
                row.get("words", String.class),
                text(row, "description"),
                json.readTree(row.get("attributes", JSONB.class).data()),
                row.get("area_path", String.class),
                row.get("outside", Boolean.class),
                Optional.ofNullable(row.get("longitude", Double.class))
                        .map(east -> new Position(east, row.get("latitude", Double.class))),
                text(row, "address"),
                Optional.ofNullable(row.get("seen_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("reported_at", OffsetDateTime.class).toInstant(),
                text(row, "taken_by"),
                row.get("anonymous", Boolean.class),
                text(row, "name_shown"),
                text(row, "phone_shown"),
                row.get(HAS_CONTACT),
                text(row, "media_url"),
                List.of());
    }

    private static String hash(String number, String code) {
        return Sha256.hex((number + " " + code).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }

    private static <T> Field<T> field(String name, DataType<T> type) {
        return DSL.field(DSL.name("cs_cases", "report", name), type);
    }

    /** A row to be written. */
    record Row(
            UUID id,
            String number,
            String code,
            CaseId caseId,
            boolean openedCase,
            NewReport report,
            Instant at,
            Optional<UUID> account,
            Optional<String> takenBy,
            ContactVault.Sealed sealed) {}
}

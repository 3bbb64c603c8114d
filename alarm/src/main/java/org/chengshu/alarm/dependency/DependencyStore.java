package org.chengshu.alarm.dependency;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Subject;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

@Component
final class DependencyStore {
    private static final Table<Record> DEPENDENCY = DSL.table(DSL.name("cs_alarm", "dependency"));
    private static final Field<String> ID = text("id");
    private static final Field<String> SUBJECT = text("subject_id");
    private static final Field<String> PARENT = text("parent_id");
    private static final Field<OffsetDateTime> CREATED =
            DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext db;

    DependencyStore(DSLContext db) {
        this.db = db;
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.CLOB);
    }

    CursorPage<Dependency> list(Optional<String> subject, Optional<String> parent, Cursor cursor) {
        Condition wanted = subject.map(SUBJECT::eq)
                .orElseGet(DSL::noCondition)
                .and(parent.map(PARENT::eq).orElseGet(DSL::noCondition));
        return Keyset.fetch(db.selectFrom(DEPENDENCY).where(wanted), cursor, CREATED, ID, DependencyStore::read);
    }

    Optional<Dependency> find(String id) {
        return db.selectFrom(DEPENDENCY).where(ID.eq(id)).fetchOptional(DependencyStore::read);
    }

    /** Whether the parent depends on the subject already, over however many steps. */
    boolean closesACircle(Subject subject, Subject parent) {
        return !db.fetch("""
                        with recursive up (kind, id) as (
                            select cast(? as text), cast(? as text)
                            union
                            select d.parent_kind, d.parent_id
                            from up join cs_alarm.dependency d on d.subject_kind = up.kind and d.subject_id = up.id
                        )
                        select 1 from up where kind = ? and id = ?
                        """, parent.kind(), parent.id(), subject.kind(), subject.id())
                .isEmpty();
    }

    /** False when the subject has this parent already, by another id. */
    boolean put(Dependency one) {
        return db.execute(
                        """
                        insert into cs_alarm.dependency (
                            id, pack, subject_kind, subject_id, parent_kind, parent_id, rules, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))
                        on conflict (subject_kind, subject_id, parent_kind, parent_id) do update
                        set rules = excluded.rules
                        where dependency.id = excluded.id
                        """,
                        one.id(),
                        one.pack().orElse(null),
                        one.subject().kind(),
                        one.subject().id(),
                        one.parent().kind(),
                        one.parent().id(),
                        one.rules().toArray(String[]::new),
                        one.createdBy(),
                        one.createdAt())
                > 0;
    }

    void remove(String id) {
        db.execute("delete from cs_alarm.dependency where id = ?", id);
    }

    void removeOfPack(String pack) {
        db.execute("delete from cs_alarm.dependency where pack = ?", pack);
    }

    private static Dependency read(Record row) {
        return new Dependency(
                row.get(ID),
                Optional.ofNullable(row.get("pack", String.class)),
                new Subject(row.get("subject_kind", String.class), row.get(SUBJECT)),
                new Subject(row.get("parent_kind", String.class), row.get(PARENT)),
                List.of(row.get("rules", String[].class)),
                row.get("created_by", String.class),
                row.get(CREATED).toInstant());
    }
}

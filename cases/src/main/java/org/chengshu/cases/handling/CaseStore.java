package org.chengshu.cases.handling;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.core.access.Scope;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Cases in PostgreSQL. Whoever changes a case locks its row first and reads what it changes under the lock. */
@Component
public final class CaseStore {
    private static final int MOST_SUPPORTED = 1_000;

    private final DSLContext db;

    CaseStore(DSLContext db) {
        this.db = db;
    }

    public Optional<CaseFile> find(CaseId id, Scope scope) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(ID.eq(id.value()))
                .and(seenWithin(scope))
                .fetchOptional(CaseTable::read);
    }

    // Whoever supports a case, or was asked for a part of it, sees it as those do who lead it.
    private static Condition seenWithin(Scope scope) {
        return either(within(scope), supportedWithin(scope).or(askedWithin(scope)));
    }

    private static Condition supportedWithin(Scope scope) {
        return DSL.exists(DSL.selectOne()
                .from(DSL.table(DSL.name("cs_cases", "case_task")).as("task"))
                .where(DSL.field(DSL.name("task", "case_id"), UUID.class)
                        .eq(DSL.field(DSL.name("cs_cases", "case_file", "id"), UUID.class)))
                .and(DSL.field(DSL.name("task", "state"), String.class).ne("released"))
                .and(scope.within(AREA_PATH, DSL.field(DSL.name("task", "org_path"), String.class))));
    }

    /** The cases that the organisations of the scope support now, looked up first: they are few, and the rest is found as fast as ever. */
    public Condition supported(Scope scope) {
        if (scope.isEverywhere() || scope.isNowhere()) {
            return DSL.falseCondition();
        }
        UUID[] ids = db.select(DSL.field(DSL.name("task", "case_id"), UUID.class))
                .from(DSL.table(DSL.name("cs_cases", "case_task")).as("task"))
                .join(CASES)
                .on(DSL.field(DSL.name("task", "case_id"), UUID.class)
                        .eq(DSL.field(DSL.name("cs_cases", "case_file", "id"), UUID.class)))
                .where("task.state in ('waiting', 'taken')")
                .and(scope.within(AREA_PATH, DSL.field(DSL.name("task", "org_path"), String.class)))
                .limit(MOST_SUPPORTED)
                .fetchArray(0, UUID.class);
        return ids.length == 0 ? DSL.falseCondition() : ID.eq(DSL.any(ids));
    }

    /** The paths of the organisations that support the case now. */
    List<String> supporters(CaseId id) {
        return db.fetch(
                        "select org_path from cs_cases.case_task where case_id = ? and state in ('waiting', 'taken')",
                        id.value())
                .getValues("org_path", String.class);
    }

    private static Condition askedWithin(Scope scope) {
        return DSL.exists(DSL.selectOne()
                .from(DSL.table(DSL.name("cs_cases", "case_part")).as("part"))
                .where(DSL.field(DSL.name("part", "case_id"), UUID.class)
                        .eq(DSL.field(DSL.name("cs_cases", "case_file", "id"), UUID.class)))
                .and(DSL.field(DSL.name("part", "state"), String.class).ne("withdrawn"))
                .and(scope.within(AREA_PATH, DSL.field(DSL.name("part", "org_path"), String.class))));
    }

    /** The case under lock until the transaction ends, or a fault {@link CaseError#CASE_UNKNOWN}. */
    public CaseFile lock(CaseId id, Scope scope) {
        return lock(id, within(scope));
    }

    /** As {@link #lock}, for whoever may {@link #find} it. */
    CaseFile lockSeen(CaseId id, Scope scope) {
        return lock(id, seenWithin(scope));
    }

    private CaseFile lock(CaseId id, Condition allowed) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(ID.eq(id.value()))
                .and(allowed)
                .forUpdate()
                .fetchOptional(CaseTable::read)
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
    }

    public CaseFile lock(CaseId id) {
        return lock(id, Scope.everywhere());
    }

    /** As {@link #lock}, but empty when somebody else holds the lock or the case is gone. */
    public Optional<CaseFile> tryLock(CaseId id) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(ID.eq(id.value()))
                .forUpdate()
                .skipLocked()
                .fetchOptional(CaseTable::read);
    }

    /** The open case of this kind on the subject, under lock. */
    public Optional<CaseFile> lockOpenOn(String kind, CaseSubject subject, boolean historical) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(on(kind, subject, historical))
                .and(OPEN)
                .orderBy(OPENED_AT.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional(CaseTable::read);
    }

    /** The case of this kind that this rule had opened or joined on the subject and that closed last, not before the time. */
    public Optional<CaseFile> lockClosedOn(
            String kind, CaseSubject subject, String rule, boolean historical, Instant notBefore) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(on(kind, subject, historical))
                .and(CLOSED_AT.ge(utc(notBefore)))
                .and(DSL.exists(DSL.selectOne()
                        .from(DSL.table(DSL.name("cs_cases", "case_alarm")).as("joined"))
                        .where(DSL.field(DSL.name("joined", "case_id"), UUID.class)
                                .eq(DSL.field(DSL.name("cs_cases", "case_file", "id"), UUID.class)))
                        .and(DSL.field(DSL.name("joined", "rule"), String.class).eq(rule))))
                .orderBy(CLOSED_AT.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional(CaseTable::read);
    }

    private static Condition on(String kind, CaseSubject subject, boolean historical) {
        return KIND.eq(kind)
                .and(SUBJECT_KIND.eq(subject.kind()))
                .and(SUBJECT.eq(subject.id()))
                .and(HISTORICAL.eq(historical));
    }

    CaseFile change(CaseId id, Map<Field<?>, Object> sets) {
        return db.update(CASES)
                .set(sets)
                .where(ID.eq(id.value()))
                .returning(COLUMNS)
                .fetchOptional(CaseTable::read)
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
    }

    void insert(Map<Field<?>, Object> sets) {
        db.insertInto(CASES).set(sets).execute();
    }
}

package org.chengshu.cases.duplicate;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseCompanion;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.report.ReportBook;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts a case aside because it is the same matter as another, and takes it out again exactly as it was. Its reports stay its
 * own and are shown with the other's; whoever reported to either is told. A case that an alarm or a finding opened is never
 * put aside: its proof is its own.
 */
@Component
final class CaseMerging {
    private final DSLContext db;
    private final CaseStore store;
    private final CaseMover mover;
    private final ReportBook reports;
    private final ObjectProvider<CaseCompanion> companions;
    private final Notices notices;
    private final Transactions transactions;
    private final Clock clock;

    CaseMerging(
            DSLContext db,
            CaseStore store,
            CaseMover mover,
            ReportBook reports,
            ObjectProvider<CaseCompanion> companions,
            Notices notices,
            Transactions transactions,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.mover = mover;
        this.reports = reports;
        this.companions = companions;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseFile merge(CaseId duplicate, CaseId into, String reason, Viewer viewer) {
        return transactions.call(() -> {
            Scope scope = viewer.scope(CaseRights.DISPATCH);
            // Always in the same order, so that two merges never wait for each other.
            boolean duplicateFirst = duplicate.toString().compareTo(into.toString()) < 0;
            CaseFile first = store.lock(duplicateFirst ? duplicate : into, scope);
            CaseFile second = store.lock(duplicateFirst ? into : duplicate, scope);
            CaseFile aside = duplicateFirst ? first : second;
            CaseFile stays = duplicateFirst ? second : first;
            check(aside, stays);
            ActionRequest request = new ActionRequest(
                    CaseAction.MERGED, Optional.of(reason), Optional.empty(), Optional.empty(), false);
            companions.stream()
                    .flatMap(one -> one.objects(aside, request, viewer).stream())
                    .findFirst()
                    .ifPresent(objection -> {
                        throw objection;
                    });
            return putAside(aside, stays, reason, viewer);
        });
    }

    private void check(CaseFile aside, CaseFile stays) {
        if (aside.id().equals(stays.id())) {
            throw new Fault(CaseError.CASE_MERGE_WRONG, "a case is not its own duplicate");
        }
        if (aside.closed() || stays.closed()) {
            throw new Fault(CaseError.CASE_MERGE_WRONG, "both cases must be open");
        }
        if (aside.subject().isPresent()) {
            throw new Fault(
                    CaseError.CASE_MERGE_WRONG,
                    aside.number() + " was opened by an alarm or a finding; merge the other one into it");
        }
        if (db.fetchExists(CASES, MERGED_INTO.eq(aside.id().value()))) {
            throw new Fault(CaseError.CASE_MERGE_WRONG, "other cases are merged into " + aside.number());
        }
    }

    private CaseFile putAside(CaseFile aside, CaseFile stays, String reason, Viewer viewer) {
        Instant now = clock.instant();
        db.execute(
                """
                insert into cs_cases.case_merge (id, case_id, into_id, merged_at, merged_by, reason, before)
                select ?, id, ?, cast(? as timestamptz), ?, ?, to_jsonb(case_file) from cs_cases.case_file where id = ?
                """,
                Ids.at(now),
                stays.id().value(),
                now.toString(),
                viewer.displayName(),
                reason,
                aside.id().value());
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(MERGED_INTO, stays.id().value());
        sets.put(STAGE_SINCE, utc(now));
        sets.put(CLOSED_AT, utc(now));
        sets.put(CLOSED_BY, MERGED);
        mover.shift(aside, CityCase.CLOSE, sets, deed(CaseAction.MERGED, viewer, now, reason, stays));
        CaseFile told = mover.note(stays, deed(CaseAction.MERGED_IN, viewer, now, reason, aside));
        tell(
                aside,
                stays,
                Text.of(
                        "案件 " + aside.number() + " 与 " + stays.number() + " 为同一事项，已合并办理",
                        "Case " + aside.number() + " is the same matter as " + stays.number()
                                + " and goes on with it"));
        return told;
    }

    /** The case as it was before it was put aside. */
    CaseFile unmerge(CaseId id, String reason, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile aside = store.lock(id, viewer.scope(CaseRights.DISPATCH));
            Record merge = db.fetchOptional("""
                            select m.id as merge, m.into_id, b.stage, b.stage_since, b.handled_at,
                                   b.closed_at, b.closed_by, b.late_stages
                            from cs_cases.case_merge m,
                                 jsonb_populate_record(null::cs_cases.case_file, m.before) b
                            where m.case_id = ? and m.undone_at is null
                            """, id.value())
                    .orElseThrow(() -> new Fault(CaseError.CASE_MERGE_WRONG, aside.number() + " is not merged"));
            return takeOut(aside, merge, reason, viewer);
        });
    }

    private CaseFile takeOut(CaseFile aside, Record merge, String reason, Viewer viewer) {
        Instant now = clock.instant();
        CaseFile stays = store.lock(new CaseId(merge.get("into_id", UUID.class)));
        db.execute(
                "update cs_cases.case_merge set undone_at = cast(? as timestamptz), undone_by = ? where id = ?",
                now.toString(),
                viewer.displayName(),
                merge.get("merge", UUID.class));
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(MERGED_INTO, null);
        sets.put(STAGE_SINCE, merge.get("stage_since", OffsetDateTime.class));
        sets.put(HANDLED_AT, merge.get("handled_at", OffsetDateTime.class));
        sets.put(CLOSED_AT, merge.get("closed_at", OffsetDateTime.class));
        sets.put(CLOSED_BY, merge.get("closed_by", String.class));
        sets.put(LATE_STAGES, merge.get("late_stages", Integer.class));
        Stage before = new Stage(merge.get("stage", String.class));
        CaseFile back = mover.shift(aside, before, sets, deed(CaseAction.UNMERGED, viewer, now, reason, stays));
        mover.note(stays, deed(CaseAction.UNMERGED_OUT, viewer, now, reason, aside));
        tell(
                back,
                stays,
                Text.of(
                        "案件 " + back.number() + " 与 " + stays.number() + " 不是同一事项，已分开办理",
                        "Case " + back.number() + " is not the same matter as " + stays.number()
                                + " and goes on by itself"));
        return back;
    }

    private static Deed deed(CaseAction action, Viewer viewer, Instant now, String reason, CaseFile other) {
        return Deed.of(action, Actor.of(viewer), now)
                .noting(Optional.of(reason))
                .with(Map.of("case", other.number(), "id", other.id().toString()));
    }

    // Whoever has no account sees it when he follows his report by its number.
    private void tell(CaseFile aside, CaseFile stays, Text words) {
        List<Recipient> reporters = reports.accountsOf(List.of(aside.id(), stays.id())).stream()
                .map(Recipient::account)
                .toList();
        if (reporters.isEmpty()) {
            return;
        }
        notices.tell(
                new Notice(
                        "case-merged",
                        "case-merged " + aside.id() + " " + clock.instant(),
                        Severity.BLUE,
                        words,
                        words,
                        Optional.of("/cases/" + aside.id()),
                        stays.areaPath(),
                        Map.of()),
                reporters,
                Set.of(Channel.INBOX));
    }
}

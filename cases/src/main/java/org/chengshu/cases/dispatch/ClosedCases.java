package org.chengshu.cases.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.cases.handling.CaseCompanion;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.Timeline.Deed;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whatever closes a case ends what was asked about it: tasks are released, a dispute lapses, supervision ends with it. */
@Component
final class ClosedCases implements CaseCompanion.Ending {
    private final DSLContext db;

    ClosedCases(DSLContext db) {
        this.db = db;
    }

    @Override
    public void ended(CaseFile file, Deed deed) {
        UUID id = file.id().value();
        Instant at = deed.at();
        String who = deed.actor().person().orElse(null);
        db.execute("""
                update cs_cases.case_task
                   set state = 'released', changed_at = cast(? as timestamptz), changed_by = ?, reason = null
                 where case_id = ? and state in ('waiting', 'taken')
                """, at, who, id);
        db.execute("""
                update cs_cases.case_dispute
                   set state = 'lapsed', decided_at = cast(? as timestamptz), decided_by = ?
                 where case_id = ? and state = 'open'
                """, at, who, id);
        db.execute("""
                update cs_cases.case_supervision
                   set state = 'closed', ended_at = cast(? as timestamptz), ended_by = ?
                 where case_id = ? and state <> 'closed'
                """, at, who, id);
    }
}

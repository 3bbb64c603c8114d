package org.chengshu.cases.dispatch;

import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseCompanion;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.Settings;
import org.chengshu.flow.CityCase;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A case that was returned or given on so often that nobody seems to lead it is supervised by itself. */
@Component
final class WanderingCases implements CaseCompanion {
    private final DSLContext db;
    private final Supervisions supervisions;
    private final int most;

    WanderingCases(DSLContext db, Supervisions supervisions, Settings settings) {
        this.db = db;
        this.supervisions = supervisions;
        this.most = settings.get(DispatchSettings.WANDERINGS);
    }

    @Override
    public void heard(CaseFile file, ActionRequest request, Viewer viewer) {
        if (request.action() == CaseAction.RETURN && file.stage().equals(CityCase.DISPATCH)) {
            look(file);
        }
    }

    /** Counts the returns and transfers since the case was last handled or supervised for this. */
    void look(CaseFile file) {
        int times = db.fetchSingle("""
                        select count(*) as n from cs_cases.step
                         where case_id = ?
                           and (action = 'transfer' or (action = 'return' and to_stage = 'dispatch'))
                           and seq > coalesce((select max(seq) from cs_cases.step
                                                where case_id = ?
                                                  and (action = 'handled'
                                                       or (action = 'supervised' and actor = 'platform'))), 0)
                        """, file.id().value(), file.id().value()).get("n", Integer.class);
        if (times >= most) {
            supervisions.raiseByItself(
                    file, "退回或移送 " + times + " 次仍无主办 / returned or given on " + times + " times without a lead");
        }
    }
}

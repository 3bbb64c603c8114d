package org.chengshu.data.load.run;

import java.util.List;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.stage.FieldPlan;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.data.stored.Revision;
import org.chengshu.kernel.Text;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Compares what was delivered with what the table holds, keeps both sides and lets nothing pass that does not fit. */
@Component
class Reconciler {
    private final TableSums sums;
    private final LoadStore loads;
    private final JsonMapper json;

    Reconciler(TableSums sums, LoadStore loads, JsonMapper json) {
        this.sums = sums;
        this.loads = loads;
        this.json = json;
    }

    void require(LoadView load, Revision revision, StagePlan plan, Figures figures) throws LoadStop {
        List<String> fields = plan.fields().stream().map(FieldPlan::field).toList();
        TableSums.Sums table = sums.of(DSL.name(revision.schema(), revision.table()), fields);
        Reconciliation result = Reconciliation.of(plan, figures, loads.told(load.id()), table);
        loads.reconciled(load.id(), json.valueToTree(result));
        if (!result.holds()) {
            Text first = result.broken().getFirst();
            throw new LoadStop(
                    LoadState.STOPPED, Text.of("对账不符：" + first.zh(), "reconciliation failed: " + first.en()));
        }
    }
}

package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.DataFinding;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRule;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the first failing rows as a run saw them, so that what was wrong can be shown once the data are corrected. Of a row
 * its first fields and those of the rule are kept, sensitive ones masked; of a finding the last three runs.
 */
@Component
final class FindingEvidence {
    static final int ROWS = 100;
    private static final int FIRST_FIELDS = 6;

    private final DSLContext db;
    private final FailingRows failing;
    private final JsonMapper json;

    FindingEvidence(DSLContext db, FailingRows failing, JsonMapper json) {
        this.db = db;
        this.failing = failing;
        this.json = json;
    }

    void keep(DataFinding finding, UUID run, QualityRule rule, Published relation) {
        FailingRows.Table table = failing.page(rule, relation, Viewer.system(), 0, ROWS);
        List<Query> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            rows.add(db.query(
                    "insert into cs_data.finding_row (run, finding, place, cells) values (?, ?, ?, cast(? as jsonb))",
                    run,
                    finding.id(),
                    i + 1,
                    cells(table, i, shown(rule, relation.dataset()), relation.dataset())
                            .toString()));
        }
        db.batch(rows).execute();
        db.execute("""
                delete from cs_data.finding_row where finding = ? and run not in (
                    select run from cs_data.finding_row where finding = ? group by run order by run desc limit 3)
                """, finding.id(), finding.id());
    }

    private static Set<String> shown(QualityRule rule, Dataset dataset) {
        Set<String> shown = new LinkedHashSet<>();
        dataset.fields().stream().limit(FIRST_FIELDS).map(FactField::name).forEach(shown::add);
        shown.addAll(rule.check().fields());
        return shown;
    }

    private ObjectNode cells(FailingRows.Table table, int row, Set<String> shown, Dataset dataset) {
        ObjectNode cells = json.createObjectNode();
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            if (dataset.find(column).isEmpty() || shown.contains(column)) {
                table.rows()
                        .get(row)
                        .get(i)
                        .ifPresentOrElse(text -> cells.put(column, text), () -> cells.putNull(column));
            }
        }
        return cells;
    }

    List<JsonNode> rows(UUID finding, UUID run) {
        return db.fetch(
                        "select cells from cs_data.finding_row where finding = ? and run = ? order by place",
                        finding,
                        run)
                .map(row -> json.readTree(row.get("cells", JSONB.class).data()));
    }
}

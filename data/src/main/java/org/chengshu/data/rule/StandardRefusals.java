package org.chengshu.data.rule;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.registry.Published;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.Standards;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Asks a standard function about each different text of a field once. */
@Component
final class StandardRefusals implements StandardCheck {
    private static final int FETCH = 5_000;

    private final Standards standards;
    private final DSLContext db;
    private final Transactions transactions;

    StandardRefusals(Standards standards, DSLContext db, Transactions transactions) {
        this.standards = standards;
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public void known(Check.Standard check) {
        standards.get(check.standard());
    }

    @Override
    public List<String> refused(Published relation, Check.Standard check) {
        Standardiser function = standards.get(check.standard());
        Cells cells = new Cells(relation, "t");
        Field<String> text = cells.text(check.field());
        List<String> refused = new ArrayList<>();
        transactions.run(() -> {
            try (Cursor<Record1<String>> values = db.fetchLazy(db.selectDistinct(text)
                    .from(cells.table())
                    .where(DSL.condition("{0} <> ''", text))
                    .fetchSize(FETCH))) {
                values.forEach(value -> {
                    if (function.apply(value.value1()) instanceof Standardised.Problem) {
                        refused.add(value.value1());
                    }
                });
            }
        });
        return refused;
    }
}

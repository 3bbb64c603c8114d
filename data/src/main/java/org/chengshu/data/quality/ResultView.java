package org.chengshu.data.quality;

import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.Record;

/** What a run found of one rule, on the wire. */
record ResultView(
        String rule,
        String kind,
        Text title,
        int severity,
        double weight,
        double tolerance,
        long checked,
        long failing,
        boolean over,
        Optional<String> unfit) {
    static ResultView of(Record row) {
        long checked = row.get("checked", Long.class);
        long failing = row.get("failing", Long.class);
        double tolerance = row.get("tolerance", Double.class);
        return new ResultView(
                row.get("rule", String.class),
                row.get("kind", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                row.get("severity", Integer.class),
                row.get("weight", Double.class),
                tolerance,
                checked,
                failing,
                failing > tolerance * checked,
                Optional.ofNullable(row.get("unfit", String.class)));
    }
}

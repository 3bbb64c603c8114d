package org.chengshu.indicator.model;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.Aggregate;
import org.chengshu.data.Condition;

/** Where an indicator's numbers come from: rows of a dataset, or hourly facts of things. */
public sealed interface Source {
    String dataset();

    List<Condition> where();

    /**
     * One aggregate over the rows of each period.
     *
     * @param time the field that places a row in a period; the dataset's own when empty
     * @param share for {@link Aggregate#SHARE}, what the counted part fulfils
     */
    record Rows(
            String dataset,
            Optional<String> time,
            List<Condition> where,
            Aggregate aggregate,
            Optional<String> field,
            List<Condition> share,
            double scale)
            implements Source {
        public Rows {
            where = List.copyOf(where);
            share = List.copyOf(share);
        }
    }

    /** Formulas over the hourly facts of each thing. */
    record Series(
            String dataset,
            String subject,
            List<Condition> where,
            List<Input> inputs,
            AreaRule area,
            List<Let> lets,
            ValueRule value,
            List<AttributeRule> attributes)
            implements Source {
        public Series {
            where = List.copyOf(where);
            inputs = List.copyOf(inputs);
            lets = List.copyOf(lets);
            attributes = List.copyOf(attributes);
        }

        public int lookBack() {
            return inputs.stream().mapToInt(Input::lookBack).max().orElse(0);
        }
    }
}

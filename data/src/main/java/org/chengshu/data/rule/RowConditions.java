package org.chengshu.data.rule;

import java.util.List;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;

/** Turns conditions of a dataset into SQL. */
@FunctionalInterface
interface RowConditions {
    org.jooq.Condition all(Dataset dataset, List<Condition> conditions);
}

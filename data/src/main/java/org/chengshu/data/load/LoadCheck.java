package org.chengshu.data.load;

import java.util.List;

/**
 * A bean that looks at the rows of a load after reconciliation and before promotion. Called outside any transaction, maybe
 * more than once for one load; what it throws fails the load. Safe for use by many threads.
 */
@FunctionalInterface
public interface LoadCheck {
    /** What it has against the load; empty when nothing. */
    List<LoadFault> check(StagedLoad load);
}

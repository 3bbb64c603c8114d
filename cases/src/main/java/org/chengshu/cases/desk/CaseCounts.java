package org.chengshu.cases.desk;

import java.util.Map;

/** How many cases are open, by stage, late or nearly so, closed and opened since the city's midnight, and the viewer's own. */
record CaseCounts(
        int open,
        Map<String, Integer> byStage,
        int overdue,
        int dueSoon,
        int closedToday,
        int closedTodayBySensor,
        int openedToday,
        int mine) {}

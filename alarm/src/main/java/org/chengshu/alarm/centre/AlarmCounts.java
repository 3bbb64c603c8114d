package org.chengshu.alarm.centre;

import java.util.Map;

/** How many alarms are open: all, not yet acknowledged, acknowledged, and by severity level. */
record AlarmCounts(int open, int raised, int acknowledged, Map<Integer, Integer> bySeverity) {}

package org.chengshu.alarm.centre;

import java.util.Map;

/**
 * How many alarms are open and count: all, not yet acknowledged, acknowledged, and by severity level; and how many are
 * open and set aside, suppressed or shelved.
 */
record AlarmCounts(
        int open, int raised, int acknowledged, Map<Integer, Integer> bySeverity, int suppressed, int shelved) {}

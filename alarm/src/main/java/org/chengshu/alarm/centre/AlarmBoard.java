package org.chengshu.alarm.centre;

import java.util.List;
import java.util.Map;

/**
 * The night at one glance: what is open and counts, where, what has waited longest for somebody, and how often each step
 * was taken since the moment asked for.
 */
record AlarmBoard(AlarmCounts counts, List<AreaCount> areas, List<AlarmItem> waiting, Map<String, Integer> since) {
    record AreaCount(String areaPath, int open, int raised, Map<Integer, Integer> bySeverity) {}
}

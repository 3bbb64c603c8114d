package org.chengshu.cases.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The roster of a post of a department as people see it, with who is on duty now and in this week; {@code people} tells what accounts are called. */
record Roster(
        UUID id,
        String organisation,
        String post,
        Optional<String> role,
        Map<String, List<DutyShift>> week,
        int version,
        Instant madeAt,
        List<DutyWeek.OnShift> now,
        List<DutyWeek.OnShift> thisWeek,
        Map<String, String> people) {}

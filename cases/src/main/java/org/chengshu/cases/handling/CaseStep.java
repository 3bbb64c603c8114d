package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One line of a case's timeline: when, who, what, from where to where. */
public record CaseStep(
        Instant at,
        String actor,
        Optional<String> who,
        String action,
        Optional<String> from,
        Optional<String> to,
        Optional<String> note,
        Map<String, Object> values) {}

package org.chengshu.cases.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a sensor's closure rests on: since when the alarms were clear, the window in which the sensor was heard throughout,
 * its last word, and the values at which each rule cleared, by rule.
 */
public record Evidence(
        UUID id,
        List<UUID> alarms,
        Instant clearSince,
        Instant windowFrom,
        Instant windowTo,
        Instant lastSeen,
        Optional<String> maxSilence,
        String verifyFor,
        Map<String, Object> values,
        Instant recordedAt) {}

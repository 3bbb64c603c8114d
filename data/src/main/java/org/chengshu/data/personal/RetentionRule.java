package org.chengshu.data.personal;

import java.time.Instant;
import java.util.Optional;

/**
 * After how many days the personal fields of a row are emptied, counted from a date or time of the row. The row stays, so
 * that figures stay.
 *
 * @param basis the law or decision that says so
 */
record RetentionRule(
        String dataset,
        String field,
        int days,
        String basis,
        int version,
        Optional<Instant> lastRun,
        Optional<Long> lastRows) {}

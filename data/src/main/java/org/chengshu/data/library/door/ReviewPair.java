package org.chengshu.data.library.door;

import java.util.Map;
import java.util.Optional;

/**
 * Two records that may be one thing, each with the row by which they are alike.
 *
 * @param refusal why a sure pair was not merged: {@code ambiguous} or {@code too-large}
 */
record ReviewPair(
        long left,
        long right,
        String leftLabel,
        String rightLabel,
        int leftMembers,
        int rightMembers,
        String rule,
        double score,
        Map<String, Double> parts,
        Optional<String> refusal,
        ShownRow leftRow,
        ShownRow rightRow,
        Map<String, String> leftValues,
        Map<String, String> rightValues) {}

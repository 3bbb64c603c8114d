package org.chengshu.cases.verify;

import java.time.Instant;
import java.util.Optional;

/**
 * How a case will be verified and how far that has come: since when its alarms are clear, when the sensor will have proved
 * it if nothing stops the clock, and what stops it now.
 */
public record VerificationView(
        String by,
        Optional<String> verifyFor,
        Optional<Instant> clearSince,
        Optional<Instant> runningSince,
        Optional<Instant> eligibleAt,
        Optional<Instant> lastSeen,
        Optional<String> maxSilence,
        Optional<String> blockedBy) {
    static VerificationView byOfficer() {
        return untimed("officer", Optional.empty());
    }

    /** By a grid worker or a call-back, as its checks tell. */
    static VerificationView byCheck() {
        return untimed("check", Optional.empty());
    }

    /** By a run of the quality rule whose finding opened the case. */
    static VerificationView byRun(Optional<String> blockedBy) {
        return untimed("run", blockedBy);
    }

    private static VerificationView untimed(String by, Optional<String> blockedBy) {
        return new VerificationView(
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                blockedBy);
    }
}

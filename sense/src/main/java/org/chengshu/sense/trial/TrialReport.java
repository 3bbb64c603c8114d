package org.chengshu.sense.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * What a rule would have done. Days are the city's; an alarm counts for the day on which it is raised; seconds in alarm end
 * with the time of the trial where an alarm is still open.
 */
record TrialReport(
        String rule,
        Instant from,
        Instant to,
        int devices,
        int devicesWithReadings,
        long observations,
        int alarms,
        int changes,
        int devicesInAlarm,
        double shareInAlarm,
        List<Day> days,
        List<DeviceSum> byDevice,
        List<Episode> first) {
    record Day(
            LocalDate day,
            int alarms,
            @JsonProperty("inAlarm_s") long inAlarm) {}

    record DeviceSum(
            String device,
            Text title,
            int alarms,
            @JsonProperty("inAlarm_s") long inAlarm) {}

    /** Severity is the worst that it had. */
    record Episode(
            String device,
            Instant since,
            Instant raisedAt,
            Optional<Instant> clearedAt,
            Severity severity,
            @JsonProperty("lasted_s") long lasted) {}
}

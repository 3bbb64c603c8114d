package org.chengshu.sense.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.time.CityDays;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Decision;

/** Adds up the decisions of a trial, device by device. */
final class TrialTally {
    private static final int MOST_EPISODES = 200;
    private static final int MOST_DEVICES = 200;

    private final Instant from;
    private final Instant to;
    private final CityDays days;
    private final Map<LocalDate, int[]> alarmsByDay = new TreeMap<>();
    private final Map<LocalDate, long[]> secondsByDay = new HashMap<>();
    private final List<TrialReport.DeviceSum> sums = new ArrayList<>();
    private final List<TrialReport.Episode> episodes = new ArrayList<>();
    private int devices;
    private int withReadings;
    private int inAlarm;
    private int alarms;
    private int changes;
    private long observations;
    private long secondsInAlarm;

    TrialTally(Instant from, Instant to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.days = new CityDays(zone);
        for (LocalDate day = days.dayOf(from); days.startOf(day).isBefore(to); day = day.plusDays(1)) {
            alarmsByDay.put(day, new int[1]);
            secondsByDay.put(day, new long[1]);
        }
    }

    /** An alarm that is open. */
    private record Open(Decision.Raise raise, Severity worst) {}

    void add(KnownDevice device, List<Decision> decisions, long seen) {
        devices++;
        withReadings += seen > 0 ? 1 : 0;
        observations += seen;
        Optional<Open> open = Optional.empty();
        int count = 0;
        long seconds = 0;
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Raise raise -> {
                    open = Optional.of(new Open(raise, raise.severity()));
                    count++;
                }
                case Decision.Change change -> {
                    changes++;
                    open = open.map(one -> new Open(one.raise(), worse(one.worst(), change.severity())));
                }
                case Decision.Clear clear -> {
                    seconds += open.map(one -> end(device, one, Optional.of(clear.at())))
                            .orElse(0L);
                    open = Optional.empty();
                }
            }
        }
        seconds += open.map(one -> end(device, one, Optional.empty())).orElse(0L);
        if (count > 0) {
            inAlarm++;
            alarms += count;
            secondsInAlarm += seconds;
            sums.add(new TrialReport.DeviceSum(device.code(), device.device().title(), count, seconds));
        }
    }

    private long end(KnownDevice device, Open open, Optional<Instant> cleared) {
        Instant raised = open.raise().at();
        Instant end = cleared.orElse(to);
        long lasted = Math.max(0, Duration.between(raised, end).toSeconds());
        alarmsByDay.computeIfAbsent(days.dayOf(raised), day -> new int[1])[0]++;
        spread(raised, end);
        episodes.add(
                new TrialReport.Episode(device.code(), open.raise().since(), raised, cleared, open.worst(), lasted));
        if (episodes.size() > 2 * MOST_EPISODES) {
            keepFirst();
        }
        return lasted;
    }

    private void spread(Instant start, Instant end) {
        Instant at = start;
        while (at.isBefore(end)) {
            LocalDate day = days.dayOf(at);
            Instant next = days.endOf(day).isBefore(end) ? days.endOf(day) : end;
            secondsByDay.computeIfAbsent(day, ignored -> new long[1])[0] +=
                    Duration.between(at, next).toSeconds();
            at = next;
        }
    }

    private void keepFirst() {
        episodes.sort(Comparator.comparing(TrialReport.Episode::raisedAt));
        while (episodes.size() > MOST_EPISODES) {
            episodes.removeLast();
        }
    }

    TrialReport report(String rule) {
        keepFirst();
        List<TrialReport.Day> byDay = new ArrayList<>();
        alarmsByDay.forEach((day, count) ->
                byDay.add(new TrialReport.Day(day, count[0], secondsByDay.getOrDefault(day, new long[1])[0])));
        sums.sort(Comparator.comparingLong(TrialReport.DeviceSum::alarms)
                .reversed()
                .thenComparing(TrialReport.DeviceSum::device));
        double all = (double) withReadings * Duration.between(from, to).toSeconds();
        return new TrialReport(
                rule,
                from,
                to,
                devices,
                withReadings,
                observations,
                alarms,
                changes,
                inAlarm,
                all == 0 ? 0 : secondsInAlarm / all,
                byDay,
                sums.stream().limit(MOST_DEVICES).toList(),
                episodes);
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.boot.test.context.TestComponent;

/** Says in few words what stations signal. */
@TestComponent
class AlarmWorld {
    static final Instant MORNING = Instant.parse("2026-11-20T00:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Alarms alarms;

    AlarmWorld(Alarms alarms) {
        this.alarms = alarms;
    }

    /** A station that no other test uses. */
    static Station station() {
        return new Station(
                "station-" + NUMBER.incrementAndGet(),
                "/310000/310101/",
                3,
                "dusty",
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    AlarmId raise(Station station) {
        return alarms.raise(station.signal());
    }

    Optional<AlarmId> clear(Station station) {
        return alarms.clear(station.rule(), station.subject(), MORNING.plusSeconds(600), Map.of("pm10", 90.5));
    }

    Alarm now(AlarmId id) {
        return alarms.get(id, Viewer.system());
    }

    record Station(
            String id,
            String areaPath,
            int severity,
            String rule,
            Optional<Boolean> announce,
            Optional<Subject> parent,
            Set<String> tags) {
        Station in(String path) {
            return new Station(id, path, severity, rule, announce, parent, tags);
        }

        Station severity(int level) {
            return new Station(id, areaPath, level, rule, announce, parent, tags);
        }

        Station rule(String other) {
            return new Station(id, areaPath, severity, other, announce, parent, tags);
        }

        /** Found in an import that asked for cases, or not. */
        Station fromImport(boolean announced) {
            return new Station(id, areaPath, severity, rule, Optional.of(announced), parent, tags);
        }

        Station on(Station gateway) {
            return new Station(id, areaPath, severity, rule, announce, Optional.of(gateway.subject()), tags);
        }

        Station tagged(String tag) {
            return new Station(id, areaPath, severity, rule, announce, parent, Set.of(tag));
        }

        Subject subject() {
            return new Subject("device", id);
        }

        Signal signal() {
            return new Signal(
                    new AlarmRule(
                            rule,
                            Text.of("扬尘超标", "Too much dust"),
                            Severity.ofLevel(severity),
                            rule.equals("silence") ? AlarmSort.SILENCE : AlarmSort.CONDITION,
                            "pm10 > 300",
                            rule.equals("by-hand")),
                    new SubjectView(
                            subject(),
                            Text.of("站点" + id, "Station " + id),
                            areaPath,
                            Optional.of(new Position(121.5, 31.2)),
                            parent,
                            tags),
                    MORNING,
                    MORNING.plusSeconds(120),
                    Map.of("pm10", 412.5),
                    announce.isPresent(),
                    announce.orElse(true));
        }
    }
}

package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.READ;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Links an alarm to the series whose values raised it. */
@Component
final class AlarmTrace implements TraceSource {
    private static final String ALARM = "alarm";
    private static final String SERIES = "series";
    private static final String RAISED = "raised";

    private final AlarmStore store;
    private final AlarmLists lists;

    AlarmTrace(AlarmStore store, AlarmLists lists) {
        this.store = store;
        this.lists = lists;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ALARM);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return alarm(ref, viewer)
                .map(alarm -> new TraceNode(
                        ref, title(alarm), Optional.of(alarm.raisedAt()), Optional.of("/alarms/" + alarm.id())));
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        if (!viewer.may(READ)) {
            return List.of();
        }
        return switch (ref.kind()) {
            case ALARM -> ofAlarm(ref, viewer);
            case SERIES -> ofSeries(ref, viewer);
            default -> List.of();
        };
    }

    private List<TraceLink> ofAlarm(TraceRef ref, Viewer viewer) {
        return alarm(ref, viewer).stream()
                .flatMap(alarm -> AlarmPage.series(alarm).stream())
                .map(series -> new TraceLink(TraceRef.of(SERIES, series), ref, RAISED))
                .toList();
    }

    private List<TraceLink> ofSeries(TraceRef ref, Viewer viewer) {
        int colon = ref.id().lastIndexOf(':');
        if (colon < 0) {
            return List.of();
        }
        String device = ref.id().substring(0, colon);
        String property = ref.id().substring(colon + 1);
        return lists.ofSeries("device", device, property, viewer).stream()
                .map(alarm -> new TraceLink(ref, TraceRef.of(ALARM, alarm.id().toString()), RAISED))
                .toList();
    }

    private Optional<Alarm> alarm(TraceRef ref, Viewer viewer) {
        return id(ref).filter(id -> viewer.may(READ)).flatMap(id -> store.find(id, viewer));
    }

    private static Optional<AlarmId> id(TraceRef ref) {
        try {
            return ref.kind().equals(ALARM) ? Optional.of(new AlarmId(UUID.fromString(ref.id()))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Text title(Alarm alarm) {
        Text rule = alarm.rule().title();
        Text subject = alarm.subject().title();
        return Text.of(subject.zh() + "：" + rule.zh(), subject.en() + ": " + rule.en());
    }
}

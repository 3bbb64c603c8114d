package org.chengshu.alarm.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.centre.AlarmLists;
import org.chengshu.alarm.centre.AlarmQuery;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** One deed on many alarms, each for itself: what cannot be done is skipped and said why. */
@Component
final class ManyAlarms {
    static final int MOST = 1000;

    private final AlarmLists lists;
    private final Areas areas;

    ManyAlarms(AlarmLists lists, Areas areas) {
        this.lists = lists;
        this.areas = areas;
    }

    /** Which alarms: by their ids, or all of a filter, at most {@value #MOST}. */
    record Which(Optional<List<UUID>> ids, Optional<AlarmQuery> filter) {
        Which {
            ids = ids == null ? Optional.empty() : ids;
            filter = filter == null ? Optional.empty() : filter;
        }
    }

    record Skipped(UUID id, String code, Text why, String detail) {}

    /** {@code more}: the filter had more than were looked at; ask again. */
    record Done(List<UUID> done, List<Skipped> skipped, boolean more) {}

    Done each(Which which, Viewer viewer, Consumer<AlarmId> deed) {
        List<AlarmId> ids = ids(which, viewer);
        boolean more = ids.size() > MOST;
        List<UUID> done = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (AlarmId id : more ? ids.subList(0, MOST) : ids) {
            try {
                deed.accept(id);
                done.add(id.value());
            } catch (Fault fault) {
                if (fault.code() == AlarmError.ALARM_INPUT_WRONG) {
                    throw fault;
                }
                skipped.add(new Skipped(
                        id.value(), fault.code().name(), fault.code().title(), fault.getMessage()));
            }
        }
        return new Done(done, skipped, more);
    }

    private List<AlarmId> ids(Which which, Viewer viewer) {
        if (which.ids().isPresent() == which.filter().isPresent()) {
            throw new Fault(AlarmError.ALARM_INPUT_WRONG, "give either ids or a filter");
        }
        if (which.ids().isPresent() && which.ids().get().size() > MOST) {
            throw new Fault(AlarmError.ALARM_INPUT_WRONG, "ids: at most " + MOST + " at once");
        }
        return which.ids()
                .map(ids -> ids.stream().distinct().map(AlarmId::new).toList())
                .orElseGet(() -> lists.ids(which.filter().orElseThrow().filter(areas, viewer), viewer, MOST + 1));
    }
}

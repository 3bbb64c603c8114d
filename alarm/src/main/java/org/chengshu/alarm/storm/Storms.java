package org.chengshu.alarm.storm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chengshu.alarm.AlarmStormBegan;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Folds a flood of alarms into one. Those that come once it has begun are told of by the storm alone; a storm may begin a
 * batch late when two transactions raise alarms of it at once, because nobody waits for the other.
 */
@Component
public final class Storms {
    private final StormStore store;
    private final Outbox outbox;
    private final Areas areas;
    private final Settings settings;

    Storms(StormStore store, Outbox outbox, Areas areas, Settings settings) {
        this.store = store;
        this.outbox = outbox;
        this.areas = areas;
        this.settings = settings;
    }

    /** More alarms than these that count, recorded since then, are a storm; a limit of 0 allows any number. */
    public record Limits(Instant since, int ofRule, int ofArea) {}

    public Limits limits(Instant now) {
        return new Limits(
                now.minus(settings.get(StormSettings.WITHIN)),
                settings.get(StormSettings.OF_RULE),
                settings.get(StormSettings.OF_AREA));
    }

    /** Looks whether fresh alarms are of a storm, or begin one; answers the alarms that were there already and changed. */
    public List<UUID> gather(UUID[] fresh, Instant now) {
        store.join(fresh, now);
        Limits limits = limits(now);
        List<UUID> changed = new ArrayList<>();
        for (StormStore.Key key : store.overLimit(fresh, limits)) {
            if (store.claim(key)) {
                changed.addAll(begin(key, fresh, limits.since(), now));
            }
        }
        changed.removeAll(List.of(fresh));
        return changed;
    }

    /** Ends those to which nothing comes any more; answers how many. */
    public int endQuiet(Instant now) {
        return store.endQuiet(now, settings.get(StormSettings.QUIET));
    }

    private List<UUID> begin(StormStore.Key key, UUID[] fresh, Instant from, Instant now) {
        List<StormMember> members = store.membersOf(key, from);
        if (members.isEmpty()) {
            return List.of();
        }
        StormRoot root = StormRoot.of(members);
        UUID id = Ids.at(now);
        Text title = title(key, root);
        int severity = members.stream().mapToInt(StormMember::severity).max().orElseThrow();
        if (!store.open(id, key, title, severity, root, now)) {
            return List.of();
        }
        StormMember first = root.alarm();
        outbox.emit(new AlarmStormBegan(
                id,
                key.scope(),
                title,
                members.size(),
                severity,
                first.id(),
                first.rule(),
                first.sort(),
                first.subject().kind(),
                first.subjectTitle(),
                first.areaPath(),
                now));
        return store.gather(
                id, first.id(), members.stream().map(StormMember::id).toList(), fresh, now);
    }

    private Text title(StormStore.Key key, StormRoot root) {
        Text of = key.scope().equals("rule") ? root.alarm().ruleTitle() : areaName(key.value());
        return Text.of("告警风暴：" + of.zh(), "Alarm storm: " + of.en());
    }

    private Text areaName(String path) {
        String[] codes = path.split("/");
        String code = codes[codes.length - 1];
        return areas.find(code).map(Area::name).orElseGet(() -> Text.of(code, code));
    }
}

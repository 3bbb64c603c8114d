package org.chengshu.alarm.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.alarm.Suppression;
import org.chengshu.alarm.maintenance.Maintenance;
import org.chengshu.alarm.maintenance.MaintenanceWindow;
import org.chengshu.core.settings.Settings;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an alarm counts: not while a maintenance window covers it, nor while something it depends on is down. */
@Component
public final class Suppressing {
    // Chains of dependencies are followed so far; longer ones are a slip.
    private static final int HIGHEST = 8;

    private final Maintenance maintenance;
    private final DSLContext db;
    private final JsonMapper json;
    private final Settings settings;

    Suppressing(Maintenance maintenance, DSLContext db, JsonMapper json, Settings settings) {
        this.maintenance = maintenance;
        this.db = db;
        this.json = json;
        this.settings = settings;
    }

    /** What an alarm is about, as far as it matters here. */
    public record Candidate(String rule, SubjectView view) {}

    /** Why each of them does not count at the moment, in their order. */
    public List<Optional<Suppression>> decide(List<Candidate> candidates, Instant now) {
        List<MaintenanceWindow> windows = maintenance.holding(now);
        Map<Integer, UUID> parents = parentsDown(candidates);
        return IntStream.range(0, candidates.size())
                .mapToObj(place -> window(windows, candidates.get(place), now)
                        .or(() -> Optional.ofNullable(parents.get(place))
                                .map(alarm -> new Suppression(Suppression.Kind.PARENT, alarm.toString()))))
                .toList();
    }

    /** How long children are given to speak up once their parent is well again. */
    public Duration grace() {
        return settings.get(SuppressionSettings.PARENT_GRACE);
    }

    private Optional<Suppression> window(List<MaintenanceWindow> windows, Candidate candidate, Instant now) {
        return windows.stream()
                .filter(window -> window.covers(candidate.rule(), candidate.view(), now, maintenance.zone()))
                .findFirst()
                .map(window ->
                        new Suppression(Suppression.Kind.WINDOW, window.id().toString()));
    }

    /** The alarm of the nearest parent that is down, by place; an alarm is never its own reason. */
    private Map<Integer, UUID> parentsDown(List<Candidate> candidates) {
        Map<Integer, UUID> found = new HashMap<>();
        for (Record row : db.fetch("""
                with recursive asked as (
                    select * from jsonb_to_recordset(cast(? as jsonb)) as s(
                        place int, kind text, id text, parent_kind text, parent_id text)
                ), up (place, kind, id, rules, height) as (
                    select f.place, f.kind, f.id, f.rules, 1
                    from (select place, parent_kind as kind, parent_id as id, cast('{}' as text[]) as rules
                          from asked where parent_kind is not null
                          union
                          select a.place, d.parent_kind, d.parent_id, d.rules
                          from asked a
                          join cs_alarm.dependency d on d.subject_kind = a.kind and d.subject_id = a.id) f
                    union
                    select up.place, d.parent_kind, d.parent_id, d.rules, up.height + 1
                    from up join cs_alarm.dependency d on d.subject_kind = up.kind and d.subject_id = up.id
                    where up.height < ?
                )
                select distinct on (up.place) up.place, a.id
                from up
                join cs_alarm.alarm a on a.subject_kind = up.kind and a.subject_id = up.id
                 and a.cleared_at is null and not a.historical
                 and (a.sort = 'silence' or a.rule_id = any (up.rules))
                order by up.place, up.height, a.raised_at
                """, asked(candidates), HIGHEST)) {
            found.put(row.get("place", Integer.class), row.get("id", UUID.class));
        }
        return found;
    }

    private String asked(List<Candidate> candidates) {
        ArrayNode array = json.createArrayNode();
        for (int place = 0; place < candidates.size(); place++) {
            SubjectView view = candidates.get(place).view();
            ObjectNode row = array.addObject()
                    .put("place", place)
                    .put("kind", view.subject().kind())
                    .put("id", view.subject().id());
            view.parent().map(Subject::kind).ifPresent(kind -> row.put("parent_kind", kind));
            view.parent().map(Subject::id).ifPresent(id -> row.put("parent_id", id));
        }
        return array.toString();
    }
}

package org.chengshu.alarm.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.live.Live;
import org.chengshu.core.tree.Areas;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/alarm/v1/alarms")
final class AlarmResource {
    private static final Duration NIGHT = Duration.ofHours(12);

    private final Alarms alarms;
    private final AlarmLists lists;
    private final Areas areas;
    private final Live live;
    private final Clock clock;

    AlarmResource(Alarms alarms, AlarmLists lists, Areas areas, Live live, Clock clock) {
        this.alarms = alarms;
        this.lists = lists;
        this.areas = areas;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping
    @Access(value = AlarmTable.READ, audit = Access.NOT_AUDITED)
    CursorPage<AlarmItem> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<Integer> severity,
            @RequestParam Optional<String> rule,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> area,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<Boolean> historical,
            @RequestParam Optional<Boolean> suppressed,
            @RequestParam Optional<Boolean> shelved,
            @RequestParam Optional<String> assignee,
            @RequestParam Optional<UUID> storm,
            @RequestParam Optional<String> suppressor,
            @RequestParam Optional<Boolean> folded,
            Viewer viewer,
            Cursor cursor) {
        AlarmQuery query = new AlarmQuery(
                state,
                severity,
                rule,
                subject,
                area,
                from,
                to,
                historical,
                suppressed,
                shelved,
                assignee,
                storm,
                suppressor,
                folded);
        return lists.list(query.filter(areas, viewer), viewer, cursor).map(AlarmItem::of);
    }

    @GetMapping("/{id}")
    @Access(value = AlarmTable.READ, audit = Access.NOT_AUDITED)
    AlarmPage get(@PathVariable UUID id, Viewer viewer) {
        Alarm alarm = alarms.get(new AlarmId(id), viewer);
        return AlarmPage.of(
                alarm,
                lists.steps(alarm.id()),
                alarm.suppression().flatMap(lists::because),
                lists.timesInTheWeekBefore(alarm));
    }

    @GetMapping("/board")
    @Access(value = AlarmTable.READ, audit = Access.NOT_AUDITED)
    AlarmBoard board(@RequestParam Optional<Instant> since, Viewer viewer) {
        return lists.board(viewer, since.orElseGet(() -> clock.instant().minus(NIGHT)));
    }

    @PostMapping("/{id}/acknowledge")
    @Access(value = AlarmTable.ACKNOWLEDGE, audit = "alarm.acknowledged")
    AlarmPage acknowledge(@PathVariable UUID id, @RequestBody(required = false) Acknowledgement body, Viewer viewer) {
        Optional<String> note = Optional.ofNullable(body).flatMap(Acknowledgement::note);
        alarms.acknowledge(new AlarmId(id), viewer, note);
        return get(id, viewer);
    }

    @PostMapping("/{id}/clear")
    @Access(value = AlarmTable.CLEAR, audit = "alarm.cleared-by-hand")
    AlarmPage clear(@PathVariable UUID id, @RequestBody Reason body, Viewer viewer) {
        alarms.clearByHand(new AlarmId(id), viewer, body.reason());
        return get(id, viewer);
    }

    @GetMapping("/counts")
    @Access(value = AlarmTable.READ, audit = Access.NOT_AUDITED)
    AlarmCounts counts(Viewer viewer) {
        return lists.counts(viewer);
    }

    @GetMapping("/live")
    @Access(value = AlarmTable.READ, audit = Access.NOT_AUDITED)
    SseEmitter live(Viewer viewer) {
        return live.stream(viewer, AlarmTable.READ, AlarmHerald.TOPIC);
    }

    record Acknowledgement(Optional<String> note) {
        Acknowledgement {
            note = note == null ? Optional.empty() : note.map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    record Reason(String reason) {
        Reason {
            reason = reason == null ? "" : reason;
        }
    }
}

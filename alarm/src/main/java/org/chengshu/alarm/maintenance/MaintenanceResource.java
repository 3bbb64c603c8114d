package org.chengshu.alarm.maintenance;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.AlarmError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(MaintenanceResource.PATH)
class MaintenanceResource implements SheetSource {
    static final String PATH = "/api/alarm/v1/maintenance";
    private static final String READ = "alarm:read";

    private final Maintenance maintenance;
    private final MaintenanceStore store;
    private final Clock clock;

    MaintenanceResource(Maintenance maintenance, MaintenanceStore store, Clock clock) {
        this.maintenance = maintenance;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<MaintenanceItem> list(@RequestParam(defaultValue = "open") String state, Viewer viewer, Cursor cursor) {
        Optional<Boolean> over =
                switch (state) {
                    case "open" -> Optional.of(false);
                    case "over" -> Optional.of(true);
                    case "all" -> Optional.empty();
                    default ->
                        throw new Fault(AlarmError.ALARM_FILTER_WRONG, "state is open, over or all, not " + state);
                };
        return store.list(seen(viewer), over, clock.instant(), cursor).map(this::item);
    }

    @GetMapping("/{id}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    ResponseEntity<MaintenanceItem> get(@PathVariable UUID id, Viewer viewer) {
        return tagged(HttpStatus.OK, maintenance.get(id, seen(viewer)));
    }

    @PostMapping
    @Access(value = Maintenance.MAINTAIN, audit = "alarm.maintenance-planned")
    ResponseEntity<MaintenanceItem> plan(
            @RequestBody MaintenanceDraft draft, Viewer viewer, HttpServletRequest request) {
        MaintenanceWindow window = maintenance.plan(draft, viewer);
        AuditNotes.of(request).add("id", window.id().toString()).add("reason", window.reason());
        return tagged(HttpStatus.CREATED, window);
    }

    @PutMapping("/{id}")
    @Access(value = Maintenance.MAINTAIN, audit = "alarm.maintenance-changed")
    ResponseEntity<MaintenanceItem> change(
            @PathVariable UUID id, @RequestBody MaintenanceDraft draft, IfMatch ifMatch, Viewer viewer) {
        return tagged(HttpStatus.OK, maintenance.change(id, draft, ifMatch, viewer));
    }

    @PostMapping("/{id}/end")
    @Access(value = Maintenance.MAINTAIN, audit = "alarm.maintenance-ended")
    ResponseEntity<MaintenanceItem> end(@PathVariable UUID id, Viewer viewer) {
        return tagged(HttpStatus.OK, maintenance.end(id, viewer));
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(MaintenanceItem.class, PATH, "维护窗口", "Maintenance windows")
                .with("状态", "State", MaintenanceItem::state)
                .with("开始", "From", MaintenanceItem::from)
                .with("结束", "To", MaintenanceItem::to)
                .with("每周", "Weekly", item -> item.weekly().map(Object::toString))
                .with("区域", "Area", MaintenanceItem::area)
                .with("规则", "Rule", MaintenanceItem::rule)
                .with("对象", "Subject", item -> item.subject().map(subject -> subject.id()))
                .with("标签", "Tag", MaintenanceItem::tag)
                .with("原因", "Reason", MaintenanceItem::reason)
                .with("建立人", "Created by", MaintenanceItem::createdBy)
                .with("提前结束", "Ended early", MaintenanceItem::endedAt)
                .with("编号", "Id", MaintenanceItem::id));
    }

    private static Scope seen(Viewer viewer) {
        return viewer.scope(READ).or(viewer.scope(Maintenance.MAINTAIN));
    }

    private MaintenanceItem item(MaintenanceWindow window) {
        return MaintenanceItem.of(window, maintenance.state(window), store.suppressed(window.id()));
    }

    private ResponseEntity<MaintenanceItem> tagged(HttpStatus status, MaintenanceWindow window) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(window.making().version()))
                .body(item(window));
    }
}

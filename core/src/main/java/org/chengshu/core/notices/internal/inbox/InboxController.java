package org.chengshu.core.notices.internal.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.live.Live;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Severity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Everybody reads his own inbox, and nobody another's. */
@RestController
@RequestMapping("/api/core/v1/notices")
class InboxController {
    private final InboxStore store;
    private final Live live;

    InboxController(InboxStore store, Live live) {
        this.store = store;
        this.live = live;
    }

    @GetMapping
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<InboxItem> list(
            @RequestParam(name = "unread", defaultValue = "false") boolean unread,
            @RequestParam(name = "severity") Optional<Severity> severity,
            Viewer viewer,
            Cursor cursor) {
        return store.list(
                viewer.accountId(), unread, severity.map(Severity::level).orElse(1), cursor);
    }

    @GetMapping("/unread")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    InboxStore.Unread unread(Viewer viewer) {
        return store.unread(viewer.accountId());
    }

    /** What one reads oneself changes nothing for others, and so is not audited. */
    @PostMapping("/{id}/read")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    InboxItem read(@PathVariable("id") UUID id, Viewer viewer) {
        store.markRead(viewer.accountId(), id);
        return get(id, viewer);
    }

    @PostMapping("/{id}/unread")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    InboxItem unread(@PathVariable("id") UUID id, Viewer viewer) {
        store.markUnread(viewer.accountId(), id);
        return get(id, viewer);
    }

    @PostMapping("/read-all")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    Map<String, Integer> readAll(Viewer viewer) {
        return Map.of("count", store.markAllRead(viewer.accountId()));
    }

    @GetMapping("/live")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    SseEmitter live(Viewer viewer) {
        return live.ownStream(viewer, InboxStore.TOPIC);
    }

    private InboxItem get(UUID id, Viewer viewer) {
        return store.get(viewer.accountId(), id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "notice " + id));
    }
}

package org.chengshu.sense.byhand;

import org.chengshu.alarm.Subject;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.shared.SharedRuns;
import org.chengshu.sense.state.Amendments;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets rules forget the runs whose alarms people have cleared, so that the next run begins anew. */
@Component
final class Forgetting {
    private final DSLContext db;
    private final DeviceRegistry registry;
    private final Amendments amendments;
    private final SharedRuns shared;

    Forgetting(DSLContext db, DeviceRegistry registry, Amendments amendments, SharedRuns shared) {
        this.db = db;
        this.registry = registry;
        this.amendments = amendments;
        this.shared = shared;
    }

    void work() {
        db.fetch("select subject_kind, subject_id, rule from cs_sense.cleared_by_hand limit 1000")
                .forEach(row -> forget(
                        new Subject(row.get("subject_kind", String.class), row.get("subject_id", String.class)),
                        row.get("rule", String.class)));
    }

    private void forget(Subject subject, String rule) {
        if (subject.kind().equals(Device.KIND)) {
            registry.find(subject.id()).ifPresent(device -> amend(device, rule));
        } else {
            shared.forget(rule, subject);
        }
        db.execute(
                "delete from cs_sense.cleared_by_hand where subject_kind = ? and subject_id = ? and rule = ?",
                subject.kind(),
                subject.id(),
                rule);
    }

    private void amend(KnownDevice device, String rule) {
        try {
            amendments.amend(device.id(), memory -> memory.without(rule));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops; it is done at the next start", e);
        }
    }
}

package org.chengshu.sense.derived;

import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Orders the back-fill of a derived series as a job, in the caller's transaction. */
@Component
final class BackFillOrders {
    private final Jobs jobs;
    private final JobKind<BackFill.Input> kind;

    BackFillOrders(Jobs jobs, JobKind<BackFill.Input> kind) {
        this.jobs = jobs;
        this.kind = kind;
    }

    UUID order(JsonNode derived) {
        return order(derived, Viewer.system());
    }

    UUID order(JsonNode derived, Viewer viewer) {
        String id = derived.get("id").stringValue();
        Text title = Text.of("回填派生序列 " + id, "Back-fill derived series " + id);
        return jobs.queue(JobOrder.of(kind, title, new BackFill.Input(id), viewer))
                .id();
    }
}

package org.chengshu.data.quality;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Runs a dataset's rules whenever what is current of it has changed. */
@Component
final class RefreshedQuality implements EventListener<DatasetRefreshed> {
    private final QualityRules rules;
    private final Jobs jobs;
    private final JobKind<QualityWork.Input> checking;

    RefreshedQuality(QualityRules rules, Jobs jobs, JobKind<QualityWork.Input> checking) {
        this.rules = rules;
        this.jobs = jobs;
        this.checking = checking;
    }

    @Override
    public String name() {
        return "data.quality-refreshed";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        if (rules.list(event.dataset()).isEmpty()) {
            return;
        }
        QualityWork.Input input = new QualityWork.Input(
                Optional.of(event.dataset()), Cause.REFRESH, Optional.of((long) event.revision()));
        Text title = Text.of("质量检查：" + event.dataset(), "Check: " + event.dataset());
        jobs.queue(JobOrder.of(checking, title, input, Viewer.system()).once("quality " + eventId));
    }
}

package org.chengshu.data.quality;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataFinding;
import org.chengshu.data.DataFindings;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
final class PostgresFindings implements DataFindings {
    private final FindingStore store;
    private final Jobs jobs;
    private final JobKind<QualityWork.Input> checking;

    PostgresFindings(FindingStore store, Jobs jobs, JobKind<QualityWork.Input> checking) {
        this.store = store;
        this.jobs = jobs;
        this.checking = checking;
    }

    @Override
    public Optional<DataFinding> find(UUID id) {
        return store.find(id);
    }

    @Override
    public void recheck(UUID id) {
        store.find(id)
                .ifPresent(finding -> jobs.queue(JobOrder.of(
                        checking,
                        Text.of("复核：" + finding.dataset(), "Check again: " + finding.dataset()),
                        new QualityWork.Input(Optional.of(finding.dataset()), Cause.HAND, Optional.empty()),
                        Viewer.system())));
    }
}

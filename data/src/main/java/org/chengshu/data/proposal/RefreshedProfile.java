package org.chengshu.data.proposal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.profile.ProfileStore;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Profiles a dataset when what is current of it has changed, though not again within a minute. */
@Component
final class RefreshedProfile implements EventListener<DatasetRefreshed> {
    private static final Duration REST = Duration.ofMinutes(1);

    private final ProfileStore profiles;
    private final Jobs jobs;
    private final JobKind<ProposalJobs.Input> profiling;

    RefreshedProfile(ProfileStore profiles, Jobs jobs, JobKind<ProposalJobs.Input> profiling) {
        this.profiles = profiles;
        this.jobs = jobs;
        this.profiling = profiling;
    }

    @Override
    public String name() {
        return "data.profile-refreshed";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        boolean justNow = profiles.latest(event.dataset())
                .filter(last -> last.at().plus(REST).isAfter(event.at()))
                .isPresent();
        if (justNow) {
            return;
        }
        ProposalJobs.Input input = new ProposalJobs.Input(event.dataset(), Optional.of((long) event.revision()));
        Text title = Text.of("画像：" + event.dataset(), "Profile: " + event.dataset());
        jobs.queue(JobOrder.of(profiling, title, input, Viewer.system()).once("profile " + eventId));
    }
}

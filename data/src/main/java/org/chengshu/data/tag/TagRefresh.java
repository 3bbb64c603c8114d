package org.chengshu.data.tag;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DatasetRefreshed;
import org.springframework.stereotype.Component;

/** Has the tags of a dataset worked out again when its rows have changed. */
@Component
final class TagRefresh implements EventListener<DatasetRefreshed> {
    private final Tags tags;
    private final Jobs jobs;
    private final JobKind<TagWork.Asked> tagJob;

    TagRefresh(Tags tags, Jobs jobs, JobKind<TagWork.Asked> tagJob) {
        this.tags = tags;
        this.jobs = jobs;
        this.tagJob = tagJob;
    }

    @Override
    public String name() {
        return "data.tag-refresh";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        if (tags.list().stream().anyMatch(tag -> tag.dataset().equals(event.dataset()))) {
            jobs.queue(JobOrder.of(
                            tagJob,
                            TagWork.title(event.dataset()),
                            new TagWork.Asked(Optional.empty(), Optional.of(event.dataset()), "refresh"),
                            Viewer.system())
                    .once("data.tags/" + event.dataset() + "@" + event.revision()));
        }
    }
}

package org.chengshu.core.trace.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the viewer in every module: the earliest due first, then the worst. */
@RestController
class TaskController {
    private static final int MOST = 200;
    private static final Comparator<Task> MOST_PRESSING = Comparator.comparing(
                    (Task task) -> task.due().isEmpty())
            .thenComparing(task -> task.due().orElse(java.time.Instant.MAX))
            .thenComparing(Task::severity, Comparator.reverseOrder());

    private final ObjectProvider<TaskSource> sources;

    TaskController(ObjectProvider<TaskSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/api/core/v1/tasks")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.AREA)
    CursorPage<Task> tasks(Viewer viewer) {
        List<Task> tasks = sources.orderedStream()
                .flatMap(source -> source.tasks(viewer).stream())
                .sorted(MOST_PRESSING)
                .limit(MOST)
                .toList();
        return new CursorPage<>(tasks, Optional.empty());
    }
}

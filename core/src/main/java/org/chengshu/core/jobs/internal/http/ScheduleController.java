package org.chengshu.core.jobs.internal.http;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.internal.schedule.ScheduleView;
import org.chengshu.core.jobs.internal.schedule.Schedules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/schedules")
class ScheduleController {
    private final Schedules schedules;

    ScheduleController(Schedules schedules) {
        this.schedules = schedules;
    }

    @GetMapping
    @Access(value = JobController.SEE_ALL, audit = Access.NOT_AUDITED)
    CursorPage<ScheduleView> list() {
        return new CursorPage<>(schedules.list(), Optional.empty());
    }

    @PostMapping("/{name}/pause")
    @Access(value = JobController.SEE_ALL, audit = "schedule.paused")
    ScheduleView pause(@PathVariable("name") String name, Viewer viewer) {
        return schedules.pause(name, viewer);
    }

    @PostMapping("/{name}/resume")
    @Access(value = JobController.SEE_ALL, audit = "schedule.resumed")
    ScheduleView resume(@PathVariable("name") String name) {
        return schedules.resume(name);
    }

    @PostMapping("/{name}/run")
    @Access(value = JobController.SEE_ALL, audit = "schedule.run")
    ScheduleView run(@PathVariable("name") String name, Viewer viewer) {
        return schedules.run(name, viewer);
    }
}

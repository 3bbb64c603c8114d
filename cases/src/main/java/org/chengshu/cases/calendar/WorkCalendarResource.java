package org.chengshu.cases.calendar;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1/work-calendars")
final class WorkCalendarResource {
    private final WorkCalendars calendars;

    WorkCalendarResource(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    @Access(
            value = "cases:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "calendars are the same for all")
    Calendars list() {
        return new Calendars(calendars.list(), Optional.empty());
    }

    record Calendars(List<WorkCalendars.Listed> items, Optional<String> next) {}
}

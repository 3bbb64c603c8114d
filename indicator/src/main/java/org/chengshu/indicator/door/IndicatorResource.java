package org.chengshu.indicator.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.live.Live;
import org.chengshu.indicator.FormerValue;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.IndicatorView;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.ValueFilter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/indicator/v1/indicators")
class IndicatorResource {
    private final Indicators indicators;
    private final Live live;
    private final Times times;

    IndicatorResource(Indicators indicators, Live live, Times times) {
        this.indicators = indicators;
        this.live = live;
        this.times = times;
    }

    @GetMapping
    @Access(
            value = Indicators.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the definition is the same for all; its values are limited by area")
    CursorPage<IndicatorView> list(Viewer viewer) {
        return new CursorPage<>(indicators.list(viewer), Optional.empty());
    }

    @GetMapping("/live")
    @Access(value = Indicators.READ, audit = Access.NOT_AUDITED)
    SseEmitter live(Viewer viewer) {
        return live.stream(viewer, Indicators.READ, "indicator");
    }

    @GetMapping("/{id}")
    @Access(
            value = Indicators.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the definition is the same for all; its values are limited by area")
    IndicatorView get(@PathVariable String id, Viewer viewer) {
        return indicators.get(id, viewer);
    }

    @GetMapping("/{id}/values")
    @Access(value = Indicators.READ, audit = Access.NOT_AUDITED)
    CursorPage<IndicatorValue> values(@PathVariable String id, ValuesAsked asked, Cursor cursor, Viewer viewer) {
        ValueFilter filter = new ValueFilter(
                id,
                Optional.ofNullable(asked.from()).map(times::read),
                Optional.ofNullable(asked.to()).map(times::read),
                asked.chosenKey(),
                Optional.ofNullable(asked.dimension()));
        return indicators.values(filter, cursor, viewer);
    }

    @GetMapping("/{id}/values/history")
    @Access(value = Indicators.READ, audit = Access.NOT_AUDITED)
    CursorPage<FormerValue> history(
            @PathVariable String id, @RequestParam String time, @RequestParam String key, Viewer viewer) {
        List<FormerValue> former = indicators.former(id, times.read(time), key, viewer);
        return new CursorPage<>(former, Optional.empty());
    }

    @PostMapping("/{id}/compute")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(
            value = Indicators.COMPUTE,
            audit = "indicator.compute-started",
            reach = Access.Reach.NONE,
            why = "values of all areas are computed at once, from facts that this does not show")
    Started compute(@PathVariable String id, @RequestBody(required = false) Range range, Viewer viewer) {
        Optional<Range> asked = Optional.ofNullable(range);
        Optional<Instant> from = asked.map(Range::from).map(times::read);
        Optional<Instant> to = asked.map(Range::to).map(times::read);
        JobView job = indicators.compute(id, from, to, viewer);
        return new Started(job.id().toString());
    }

    /** Which values, as the address says. */
    record ValuesAsked(String from, String to, String key, String area, String device, String dimension) {
        Optional<String> chosenKey() {
            return Optional.ofNullable(key)
                    .or(() -> Optional.ofNullable(area).map(code -> "area:" + code))
                    .or(() -> Optional.ofNullable(device).map(code -> "device:" + code));
        }
    }

    record Range(String from, String to) {}

    record Started(String job) {}
}

package org.chengshu.sense.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sense/v1/devices/{code}")
final class ReadingController {
    private static final int MOST = 10_000;
    private static final Duration USUAL_SPAN = Duration.ofDays(1);
    private static final Duration SHORTEST_BUCKET = Duration.ofSeconds(1);
    /** Buckets are counted from a Monday's midnight in the city, so that days and weeks begin as people expect. */
    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);

    private final ReadingDesk readings;
    private final Clock clock;
    private final Instant origin;

    ReadingController(ReadingDesk readings, Clock clock, CitySettings settings) {
        this.readings = readings;
        this.clock = clock;
        this.origin = A_MONDAY.atStartOfDay(settings.zone()).toInstant();
    }

    @GetMapping("/latest")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    Map<String, TimedValue> latest(@PathVariable("code") String code, Viewer viewer) {
        Map<String, TimedValue> latest = new TreeMap<>();
        readings.latest(code, viewer)
                .forEach((property, reading) ->
                        latest.put(property, new TimedValue(reading.time(), Plain.of(reading.value()))));
        return latest;
    }

    @GetMapping("/series/{property}/readings")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    SeriesView list(
            @PathVariable("code") String code,
            @PathVariable("property") String property,
            @RequestParam("from") Optional<Instant> from,
            @RequestParam("to") Optional<Instant> to,
            @RequestParam("bucket") Optional<Duration> bucket,
            @RequestParam(name = "limit", defaultValue = "1000") int limit,
            Viewer viewer) {
        Instant end = to.orElseGet(clock::instant);
        Instant start = from.orElseGet(() -> end.minus(USUAL_SPAN));
        check(start, end, bucket, limit);
        SeriesRef series = readings.series(code, property, viewer);
        List<?> items = bucket.isPresent()
                ? readings.buckets(series, new ReadingStore.Span(start, end, bucket.get()), origin, limit)
                : readings.list(code, property, start, end, limit, viewer).stream()
                        .map(reading -> new TimedValue(reading.time(), Plain.of(reading.value())))
                        .toList();
        return new SeriesView(code, property, series.property().unit(), items);
    }

    private static void check(Instant from, Instant to, Optional<Duration> bucket, int limit) {
        if (!from.isBefore(to)) {
            throw new Fault(SenseError.RANGE_FAULTY, "'from' lies before 'to'");
        }
        if (limit < 1 || limit > MOST) {
            throw new Fault(SenseError.RANGE_FAULTY, "limit must be 1.." + MOST + ", not " + limit);
        }
        if (bucket.filter(length -> length.compareTo(SHORTEST_BUCKET) < 0).isPresent()) {
            throw new Fault(SenseError.RANGE_FAULTY, "a bucket is at least " + SHORTEST_BUCKET);
        }
    }

    record TimedValue(Instant time, Object value) {}

    record SeriesView(String device, String property, Optional<String> unit, List<?> items) {}
}

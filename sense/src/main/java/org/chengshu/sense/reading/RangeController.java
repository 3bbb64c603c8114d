package org.chengshu.sense.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.store.Point;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Readings of many series at once. */
@RestController
@RequestMapping("/api/sense/v1")
final class RangeController {
    private static final int MOST_SERIES = 50;
    private static final int MOST_DEVICES = 1_000;
    private static final int MOST_CELLS = 500_000;
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReadingDesk readings;
    private final RangeDesk ranges;
    private final Clock clock;
    private final CitySettings city;

    RangeController(ReadingDesk readings, RangeDesk ranges, Clock clock, CitySettings city) {
        this.readings = readings;
        this.ranges = ranges;
        this.clock = clock;
        this.city = city;
    }

    /** Up to fifty series on one axis of time; null where a series has nothing. */
    @GetMapping("/readings")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    Chart chart(
            @RequestParam("series") List<String> series,
            @RequestParam("from") Optional<Instant> from,
            @RequestParam("to") Optional<Instant> to,
            @RequestParam("bucket") Optional<String> bucket,
            @RequestParam("points") Optional<Integer> points,
            @RequestParam(name = "stats", defaultValue = "") List<String> stats,
            Viewer viewer) {
        RangeQuestion question = RangeQuestion.of(from, to, bucket, points, stats, clock);
        List<RangeDesk.Asked> asked = asked(series, viewer);
        long cells = Grid.count(question.from(), question.to(), question.step())
                * asked.size()
                * question.statistics().size();
        if (cells > MOST_CELLS) {
            throw new Fault(
                    SenseError.RANGE_FAULTY,
                    "series times buckets times stats are at most " + MOST_CELLS + ", not " + cells);
        }
        RangeDesk.Sums sums = ranges.sum(asked, question);
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < sums.grid().size(); i++) {
            times.add(Micros.instant(sums.grid().edges()[i]));
        }
        List<ChartSeries> lines = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            lines.add(line(
                    asked.get(i), sums.series().get(i), question, sums.grid().size()));
        }
        return new Chart(
                question.from(),
                question.to(),
                question.step().toString(),
                sums.fromRollups() ? "hours" : "readings",
                times,
                lines);
    }

    private static ChartSeries line(RangeDesk.Asked one, Summing sums, RangeQuestion question, int size) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int stat = 0; stat < question.statistics().size(); stat++) {
            List<Double> column = new ArrayList<>(size);
            for (int place = 0; place < size; place++) {
                double value = sums.value(place, question.statistics().get(stat));
                column.add(Double.isNaN(value) ? null : value);
            }
            values.put(question.words().get(stat), column);
        }
        return new ChartSeries(
                one.device().code(),
                one.series().property().id(),
                one.series().property().unit(),
                values);
    }

    /** The readings themselves, or their buckets, as a file of any length. */
    @GetMapping("/readings.csv")
    @Access(value = "sense:read", audit = "readings.exported")
    void csv(
            @RequestParam("series") List<String> series,
            @RequestParam("from") Optional<Instant> from,
            @RequestParam("to") Optional<Instant> to,
            @RequestParam("bucket") Optional<String> bucket,
            @RequestParam(name = "stats", defaultValue = "") List<String> stats,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        RangeQuestion question = question(from, to, bucket, stats);
        export(asked(series, viewer), question, bucket.isPresent(), response, "csv", CsvOfReadings::new);
    }

    /** The same as a workbook, with times of the city. */
    @GetMapping("/readings.xlsx")
    @Access(value = "sense:read", audit = "readings.exported")
    void xlsx(
            @RequestParam("series") List<String> series,
            @RequestParam("from") Optional<Instant> from,
            @RequestParam("to") Optional<Instant> to,
            @RequestParam("bucket") Optional<String> bucket,
            @RequestParam(name = "stats", defaultValue = "") List<String> stats,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        RangeQuestion question = question(from, to, bucket, stats);
        export(
                asked(series, viewer),
                question,
                bucket.isPresent(),
                response,
                "xlsx",
                stream -> new XlsxOfReadings(stream, city.zone()));
    }

    private RangeQuestion question(
            Optional<Instant> from, Optional<Instant> to, Optional<String> bucket, List<String> stats) {
        return RangeQuestion.of(from, to, Optional.of(bucket.orElse("P1Y")), Optional.empty(), stats, clock);
    }

    /** What is wrong with the question is told before the first byte. */
    private void export(
            List<RangeDesk.Asked> asked,
            RangeQuestion question,
            boolean inBuckets,
            HttpServletResponse response,
            String kind,
            Function<OutputStream, FileOfReadings> begin)
            throws IOException {
        Optional<RangeDesk.Sums> sums = inBuckets ? Optional.of(ranges.sum(asked, question)) : Optional.empty();
        response.setContentType(TYPES.get(kind));
        response.setHeader("Content-Disposition", "attachment; filename=\"readings." + kind + "\"");
        response.setHeader("Cache-Control", "no-store");
        try (FileOfReadings file = begin.apply(response.getOutputStream())) {
            if (sums.isPresent()) {
                file.buckets(asked, sums.get(), question);
            } else {
                file.head();
                for (RangeDesk.Asked one : asked) {
                    ranges.each(one, question.from(), question.to(), points -> file.points(one, points));
                }
            }
        }
    }

    private List<RangeDesk.Asked> asked(List<String> series, Viewer viewer) {
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new Fault(
                    SenseError.RANGE_FAULTY,
                    "1 to " + MOST_SERIES + " series as device:property, not " + series.size());
        }
        return series.stream()
                .map(name -> {
                    int cut = name.lastIndexOf(':');
                    if (cut < 1) {
                        throw new Fault(SenseError.RANGE_FAULTY, "a series is device:property, not '" + name + "'");
                    }
                    KnownDevice device = readings.known(name.substring(0, cut), viewer);
                    return new RangeDesk.Asked(device, ReadingDesk.series(device, name.substring(cut + 1)));
                })
                .toList();
    }

    /** What each of these devices reported last; those that are not there or not to be seen are left out. */
    @GetMapping("/latest")
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    LatestOfMany latest(@RequestParam("device") List<String> devices, Viewer viewer) {
        if (devices.size() > MOST_DEVICES) {
            throw new Fault(SenseError.RANGE_FAULTY, "at most " + MOST_DEVICES + " devices, not " + devices.size());
        }
        List<KnownDevice> known = devices.stream()
                .distinct()
                .flatMap(code -> readings.find(code, viewer).stream())
                .toList();
        Map<Integer, Point> latest = ranges.latest(known);
        return new LatestOfMany(known.stream()
                .map(device -> {
                    Map<String, LatestValue> values = new TreeMap<>();
                    device.series().forEach((property, series) -> {
                        Point point = latest.get(series.id());
                        if (point != null) {
                            values.put(property, new LatestValue(point.time(), Plain.of(point.value())));
                        }
                    });
                    return new DeviceLatest(device.code(), values);
                })
                .toList());
    }

    record Chart(
            Instant from, Instant to, String bucket, String source, List<Instant> times, List<ChartSeries> series) {}

    record ChartSeries(String device, String property, Optional<String> unit, Map<String, List<Double>> values) {}

    record LatestOfMany(List<DeviceLatest> items) {}

    record DeviceLatest(String device, Map<String, LatestValue> values) {}

    record LatestValue(Instant time, Object value) {}
}

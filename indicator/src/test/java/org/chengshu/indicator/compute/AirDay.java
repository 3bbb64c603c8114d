package org.chengshu.indicator.compute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.chengshu.data.Grain;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.DefinitionJson;
import org.chengshu.indicator.model.Source;
import tools.jackson.databind.JsonNode;

/** Air stations that report hour by hour, and the index of their days. */
final class AirDay {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int HOURS = 24;

    private final Definition definition;
    private final List<Fact> facts = new ArrayList<>();

    private AirDay(JsonNode json) {
        definition = DefinitionJson.read(json);
    }

    static AirDay of() {
        return new AirDay(Json.resource("aqi-day.json"));
    }

    static AirDay of(JsonNode json) {
        return new AirDay(json);
    }

    /** Hourly values for the local hours {@code from} to just before {@code to} of the day; may be negative or above 24. */
    AirDay hours(String station, String area, String property, int from, int to, IntToDoubleFunction value) {
        for (int hour = from; hour < to; hour++) {
            facts.add(new Fact(station, area, property, at(hour), value.applyAsDouble(hour)));
        }
        return this;
    }

    AirDay day(String station, String area, String property, double value) {
        return hours(station, area, property, 0, HOURS, hour -> value);
    }

    Map<String, Outcome> ofDay() {
        return compute(at(0), at(HOURS)).stream()
                .collect(Collectors.toMap(computed -> computed.key().text(), Computed::outcome));
    }

    List<Computed> compute(Instant from, Instant to) {
        Source.Series source = (Source.Series) definition.source();
        Hours hours = Hours.between(from.minusSeconds(3_600L * source.lookBack()), to, ZONE);
        HourGrid grid = new HourGrid(hours);
        facts.forEach(fact -> grid.put(
                fact.station(), fact.area(), fact.property() + ".avg", fact.at().getEpochSecond(), fact.value()));
        List<Instant> starts = definition.grain().starts(from, to, ZONE);
        Instant end = definition.grain().next(starts.getLast(), ZONE);
        return new SeriesComputing(definition, source, Program.of(source, Json.tables())).compute(grid, starts, end);
    }

    static Instant at(int hour) {
        return Grain.DAY.startOf(DAY.atStartOfDay(ZONE).toInstant(), ZONE).plusSeconds(3_600L * hour);
    }

    private record Fact(String station, String area, String property, Instant at, double value) {}
}

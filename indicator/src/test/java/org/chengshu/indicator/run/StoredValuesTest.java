package org.chengshu.indicator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.indicator.Town.EAST;
import static org.chengshu.indicator.Town.WEST;
import static org.chengshu.indicator.Town.viewer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.indicator.FormerValue;
import org.chengshu.indicator.HeardComputed;
import org.chengshu.indicator.IndicatorComputed;
import org.chengshu.indicator.IndicatorTest;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.IndicatorView;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.Standing;
import org.chengshu.indicator.Town;
import org.chengshu.indicator.TownPack;
import org.chengshu.indicator.ValueFilter;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IndicatorTest
class StoredValuesTest {
    private static final Instant DAY = Instant.parse("2026-03-01T16:00:00Z");
    private static final Viewer READER = viewer("/", Indicators.READ);

    @Autowired
    private DSLContext sql;

    @Autowired
    private TownPack pack;

    @Autowired
    private HeardComputed heard;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Recompute recompute;

    @Autowired
    private Indicators indicators;

    private Town town;

    @BeforeEach
    void declare() {
        pack.apply();
        town = new Town(sql).empty();
    }

    @Test
    void aStationsDayIsStoredForItAndItsAreas() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 115);
        town.hours("s2", WEST, "pm25", "2026-03-01T16:00:00Z", 24, 35);
        compute("aqi-day");
        Map<String, Double> day = values("aqi-day", READER);
        assertThat(day)
                .containsEntry("device:s1", 150.0)
                .containsEntry("area:310101", 150.0)
                .containsEntry("area:310000", 100.0)
                .containsEntry("city", 100.0);
        IndicatorValue city = value("aqi-day", "city");
        assertThat(city.standing()).isEqualTo(Standing.MET);
        assertThat(city.attributes().path("primary").path(0).asString()).isEqualTo("PM2.5");
        assertThat(city.attributes().path("level").asInt()).isEqualTo(2);
        assertThat(city.attributes().path("category").path("zh").asString()).isEqualTo("良");
        assertThat(city.parts().path("pm25").asDouble()).isEqualTo(75);
        assertThat(value("aqi-day", "device:s1").standing()).isEqualTo(Standing.MISSED);
    }

    @Test
    void aViewerOfOneDistrictSeesItsValuesOnly() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 115);
        town.hours("s2", WEST, "pm25", "2026-03-01T16:00:00Z", 24, 35);
        compute("aqi-day");
        Viewer east = viewer(EAST, Indicators.READ);
        assertThat(values("aqi-day", east)).containsOnlyKeys("device:s1", "area:310101");
        IndicatorView view = indicators.get("aqi-day", east);
        assertThat(view.newest())
                .hasValueSatisfying(newest -> assertThat(newest.key()).isEqualTo("area:310101"));
        assertThat(view.history()).hasSize(1);
    }

    @Test
    void measuresAreRolledUpFromRows() {
        town.caseClosed("dust", "roads", EAST, "2026-03-02T01:00:00Z", 10);
        town.caseClosed("dust", "roads", EAST, "2026-03-02T02:00:00Z", 20);
        town.caseClosed("noise", "police", WEST, "2026-03-02T03:00:00Z", 60);
        compute("mean-time-to-close");
        assertThat(values("mean-time-to-close", READER))
                .containsEntry("city", 30.0)
                .containsEntry("area:310101", 15.0)
                .containsEntry("area:310102", 60.0)
                .containsEntry("department:roads", 15.0)
                .containsEntry("department:police", 60.0);
        compute("dust-share");
        assertThat(value("dust-share", "city").value().orElseThrow()).isBetween(66.6, 66.7);
    }

    @Test
    void aCountOverNothingIsZero() {
        compute("cases-closed");
        assertThat(values("cases-closed", READER)).containsExactlyEntriesOf(Map.of("city", 0.0));
        compute("mean-time-to-close");
        assertThat(values("mean-time-to-close", READER)).isEmpty();
    }

    @Test
    void aChangedValueKeepsTheFormerOne() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 115);
        compute("aqi-day");
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 75);
        Recompute.Done second = compute("aqi-day");
        assertThat(second.changed()).isEqualTo(4);
        assertThat(value("aqi-day", "device:s1").revision()).isEqualTo(2);
        List<FormerValue> former = indicators.former("aqi-day", DAY, "device:s1", READER);
        assertThat(former).singleElement().satisfies(was -> {
            assertThat(was.value()).hasValue(150.0);
            assertThat(was.preliminary()).isFalse();
        });
        assertThat(compute("aqi-day").changed()).isZero();
        assertThat(indicators.former("aqi-day", DAY, "device:s1", viewer(WEST, Indicators.READ)))
                .isEmpty();
    }

    @Test
    void aValueWhoseFactsAreGoneBecomesUnknown() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 115);
        compute("aqi-day");
        sql.execute("truncate cs_town.reading_hour");
        compute("aqi-day");
        assertThat(value("aqi-day", "device:s1").value()).isEmpty();
        assertThat(indicators.former("aqi-day", DAY, "device:s1", READER)).hasSize(1);
        assertThat(compute("aqi-day").changed()).isZero();
    }

    @Test
    void anEventTellsOfChangesOnly() {
        heard.forget();
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 115);
        compute("aqi-day");
        eventually("the change is told", () -> heard.of("aqi-day").size() == 1);
        assertThat(heard.of("aqi-day").getFirst()).isEqualTo(new IndicatorComputed("aqi-day", "day", DAY, DAY, 4));
        compute("aqi-day");
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 24, 75);
        compute("aqi-day");
        eventually("the second change is told", () -> heard.of("aqi-day").size() >= 2);
        assertThat(heard.of("aqi-day")).hasSize(2);
    }

    @Test
    void sensitiveIndicatorsNeedTheRight() {
        assertThatThrownBy(() -> indicators.get("by-reporter", READER)).isInstanceOf(Fault.class);
        assertThat(indicators.list(READER))
                .extracting(IndicatorView::id)
                .contains("aqi-day")
                .doesNotContain("by-reporter");
        assertThat(indicators
                        .get("by-reporter", viewer("/", Indicators.READ, Indicators.READ_SENSITIVE))
                        .sensitivity())
                .isEqualTo(3);
    }

    @Test
    void valuesArePagedNewestFirst() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 240, 75);
        Instant end = DAY.plusSeconds(10 * 86_400);
        recompute.run(catalogue.get("aqi-day"), DAY, end);
        ValueFilter city =
                new ValueFilter("aqi-day", Optional.of(DAY), Optional.of(end), Optional.of("city"), Optional.empty());
        CursorPage<IndicatorValue> first = indicators.values(city, Cursor.first(7), READER);
        CursorPage<IndicatorValue> second = indicators.values(city, Cursor.of(first.next(), 7), READER);
        assertThat(first.items()).hasSize(7);
        assertThat(first.items().getFirst().grainStart()).isEqualTo(end.minusSeconds(86_400));
        assertThat(second.items()).hasSize(3);
        assertThat(second.next()).isEmpty();
        assertThat(second.items().getLast().grainStart()).isEqualTo(DAY);
    }

    @Test
    void indicatorsAreBuiltOnIndicators() {
        town.hours("s1", EAST, "pm25", "2026-03-01T16:00:00Z", 48, 75);
        town.hours("s1", EAST, "pm25", "2026-03-03T16:00:00Z", 48, 115);
        recompute.run(catalogue.get("aqi-day"), DAY, DAY.plusSeconds(4 * 86_400));
        Instant month = Instant.parse("2026-02-28T16:00:00Z");
        recompute.run(catalogue.get("good-days"), month, Instant.parse("2026-03-31T16:00:00Z"));
        assertThat(value("good-days", "city").value()).hasValue(50.0);
    }

    private Recompute.Done compute(String id) {
        return recompute.run(catalogue.get(id), DAY, DAY.plusSeconds(86_400));
    }

    private Map<String, Double> values(String id, Viewer viewer) {
        return indicators.values(ValueFilter.all(id), Cursor.first(100), viewer).items().stream()
                .collect(Collectors.toMap(
                        IndicatorValue::key, value -> value.value().orElseThrow()));
    }

    private IndicatorValue value(String id, String key) {
        ValueFilter filter =
                new ValueFilter(id, Optional.empty(), Optional.empty(), Optional.of(key), Optional.empty());
        return indicators.values(filter, Cursor.first(1), READER).items().getFirst();
    }
}

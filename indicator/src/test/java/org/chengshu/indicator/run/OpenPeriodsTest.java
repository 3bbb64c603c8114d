package org.chengshu.indicator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.indicator.Town.EAST;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.chengshu.core.http.Cursor;
import org.chengshu.indicator.IndicatorTest;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.Town;
import org.chengshu.indicator.TownPack;
import org.chengshu.indicator.ValueFilter;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IndicatorTest
class OpenPeriodsTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private TownPack pack;

    @Autowired
    private OpenPeriods open;

    @Autowired
    private Indicators indicators;

    @Autowired
    private Clock clock;

    private Town town;

    @BeforeEach
    void declare() {
        pack.apply();
        town = new Town(sql).empty();
    }

    @Test
    void whatHappensTodayIsCountedToday() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        town.caseClosed("dust", "roads", EAST, now.minusSeconds(1).toString(), 2);
        open.run();
        IndicatorValue newest = newest("cases-closed", "city");
        assertThat(newest.value()).hasValue(1.0);
        assertThat(newest.grainStart()).isAfter(now.minus(1, ChronoUnit.DAYS).minusSeconds(1));
        assertThat(newest("cases-closed", "area:310101").value()).hasValue(1.0);
    }

    @Test
    void aChangedDefinitionIsComputedOverAllData() {
        town.hours("s1", EAST, "pm25", "2026-01-31T16:00:00Z", 24, 75);
        sql.execute("update cs_indicator.definition set caught_up = false where id = 'aqi-day'");
        open.run();
        assertThat(newest("aqi-day", "city").grainStart()).isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
        assertThat(sql.fetch("select 1 from cs_indicator.definition where not caught_up"))
                .isEmpty();
    }

    private IndicatorValue newest(String indicator, String key) {
        ValueFilter filter =
                new ValueFilter(indicator, Optional.empty(), Optional.empty(), Optional.of(key), Optional.empty());
        return indicators
                .values(filter, Cursor.first(1), Town.viewer("/", Indicators.READ))
                .items()
                .getFirst();
    }
}

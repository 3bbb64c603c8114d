package org.chengshu.indicator.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.indicator.IndicatorTest;
import org.chengshu.indicator.TownPack;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

@IndicatorTest
class IndicatorRoutesTest extends RouteAccessContract {
    private static final String NEW_YEAR = "2027-01-01T00:00:00Z";

    @Autowired
    DSLContext sql;

    @Autowired
    TownPack pack;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/indicator/");
    }

    @Override
    protected SampleMaker samples() {
        pack.apply();
        return (route, district) -> {
            String key = "area:" + district.code();
            value("value", "dimension, member, parts", "'area', '" + district.code() + "', '{}'", key, district.path());
            value("former_value", "revision, replaced_at, preliminary", "1, now(), false", key, district.path());
            boolean history = route.path().endsWith("/history");
            return Optional.of(new Sample(
                    Map.of("id", "aqi-day"),
                    history ? "?time=" + NEW_YEAR + "&key=" + key : "",
                    history ? "4242.5" : key,
                    Map.of()));
        };
    }

    private void value(String table, String moreColumns, String moreValues, String key, String areaPath) {
        sql.execute(
                "insert into cs_indicator." + table
                        + " (indicator, start, key, area_path, value, attributes, coverage, count, computed_at, "
                        + moreColumns + ") values ('aqi-day', ?::timestamptz, ?, ?, 4242.5, '{}', 1, 1, now(), "
                        + moreValues + ") on conflict do nothing",
                NEW_YEAR,
                key,
                areaPath);
    }
}

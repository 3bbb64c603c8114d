package org.chengshu.indicator.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.indicator.Town.EAST;
import static org.chengshu.indicator.Town.WEST;

import java.util.Map;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.Datasets;
import org.chengshu.indicator.IndicatorTest;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.Town;
import org.chengshu.indicator.TownPack;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@IndicatorTest
class IndicatorResourceTest {
    private static final String INDICATORS = "/api/indicator/v1/indicators";
    private static final String AQI = INDICATORS + "/aqi-day";

    @Autowired
    private DSLContext sql;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TownPack pack;

    @LocalServerPort
    private int port;

    private PeopleClient analyst;
    private Town town;

    @BeforeEach
    void fortyDaysOfAir() {
        pack.apply();
        town = new Town(sql).empty();
        town.hours("s1", EAST, "pm25", "2026-01-31T16:00:00Z", 40 * 24, 75);
        town.hours("s2", WEST, "pm25", "2026-01-31T16:00:00Z", 20 * 24, 115);
        String token = new TestPeople(context).token(Indicators.READ, Indicators.COMPUTE, Datasets.READ);
        analyst = PeopleClient.at(port).bearer(token);
    }

    @Test
    void computesAllDataAsAJobAndWhatIsBuiltOnIt() {
        compute(AQI, Map.of());
        JsonNode aqi = item("aqi-day");
        assertThat(aqi.path("newest").path("grainStart").asString()).isEqualTo("2026-03-11T16:00:00Z");
        assertThat(aqi.path("newest").path("key").asString()).isEqualTo("city");
        assertThat(aqi.path("newest").path("value").asDouble()).isEqualTo(100);
        assertThat(aqi.path("newest").path("standing").asString()).isEqualTo("met");
        assertThat(aqi.path("history").size()).isEqualTo(30);
        assertThat(aqi.path("sort").asString()).isEqualTo("series");
        JsonNode good = item("good-days");
        assertThat(good.path("newest").path("value").asDouble()).isEqualTo(100);
        assertThat(good.path("history").path(0).path("value").asDouble()).isCloseTo(100.0 * 8 / 28, within(1e-9));
    }

    @Test
    void computesARangeOnly() {
        compute(AQI, Map.of("from", "2026-02-10", "to", "2026-02-12"));
        JsonNode page = analyst.get(AQI + "/values?key=city").json();
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("items").path(0).path("grainStart").asString()).isEqualTo("2026-02-10T16:00:00Z");
        assertThat(page.path("items").path(0).path("value").asDouble()).isEqualTo(125);
        assertThat(page.path("items").path(0).path("attributes").path("level").asInt())
                .isEqualTo(3);
    }

    @Test
    void valuesAreChosenByTimeAreaAndDevice() {
        compute(AQI, Map.of());
        assertThat(times(AQI + "/values?area=310102&from=2026-02-18&to=2026-03-01"))
                .isEqualTo(3);
        assertThat(times(AQI + "/values?device=s1&from=2026-02-28T16:00:00Z")).isEqualTo(12);
        assertThat(times(AQI + "/values?dimension=device&from=2026-03-12")).isEqualTo(1);
        PeopleClient.Answer faulty = analyst.get(AQI + "/values?from=yesterday");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.code()).isEqualTo("PERIOD_FAULTY");
        assertThat(analyst.get(INDICATORS + "/aqi-dey").body()).contains("did you mean aqi-day?");
    }

    @Test
    void aDistrictSeesItsOwn() {
        compute(AQI, Map.of());
        PeopleClient east = PeopleClient.at(port).bearer(tokenOfDistrict());
        JsonNode values = east.get(AQI + "/values?limit=500").json().path("items");
        assertThat(values.size()).isEqualTo(80);
        values.forEach(value -> assertThat(value.path("areaPath").asString()).isEqualTo(EAST));
    }

    @Test
    void theFormerValueCanBeAskedFor() {
        compute(AQI, Map.of("from", "2026-02-10", "to", "2026-02-11"));
        town.hours("s2", WEST, "pm25", "2026-02-09T16:00:00Z", 24, 35);
        compute(AQI, Map.of("from", "2026-02-10", "to", "2026-02-11"));
        JsonNode former = analyst.get(AQI + "/values/history?time=2026-02-10&key=device:s2")
                .json()
                .path("items");
        assertThat(former.size()).isEqualTo(1);
        assertThat(former.path(0).path("value").asDouble()).isEqualTo(150);
    }

    @Test
    void valuesAreADatasetThemselves() {
        compute(AQI, Map.of("from", "2026-02-10", "to", "2026-02-11"));
        JsonNode rows = analyst.get(
                        "/api/data/v1/datasets/indicator.values/rows?fields=key,value,standing,level&where=indicator:eq:aqi-day")
                .json()
                .path("items");
        assertThat(rows.path(0).path("key").asString()).isEqualTo("area:310000");
        assertThat(rows.path(0).path("standing").asString()).isEqualTo("missed");
        assertThat(rows.path(0).path("level").asString()).isEqualTo("3");
    }

    private void compute(String indicator, Map<String, String> range) {
        PeopleClient.Answer started = analyst.post(indicator + "/compute", range);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        eventually("the job ends", () -> analyst.get(job).json().path("endedAt").isString());
        assertThat(analyst.get(job).json().path("state").asString())
                .as(analyst.get(job).body())
                .isEqualTo("done");
    }

    private JsonNode item(String id) {
        for (JsonNode item : analyst.get(INDICATORS).json().path("items")) {
            if (item.path("id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no indicator " + id);
    }

    private int times(String path) {
        return analyst.get(path).json().path("items").size();
    }

    private String tokenOfDistrict() {
        return new TestPeople(context).tokenIn("310101", Indicators.READ);
    }
}

package org.chengshu.indicator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.indicator.Town.EAST;
import static org.chengshu.indicator.Town.WEST;
import static org.chengshu.indicator.Town.viewer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
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
class IndicatorTraceTest {
    private static final String DAY = "2026-03-01T16:00:00Z";
    private static final Viewer READER = viewer("/", Indicators.READ);

    @Autowired
    private DSLContext sql;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TownPack pack;

    @Autowired
    private IndicatorTrace trace;

    @LocalServerPort
    private int port;

    private PeopleClient analyst;
    private UUID east;

    @BeforeEach
    void oneDay() {
        pack.apply();
        Town town = new Town(sql).empty();
        town.hours("s1", EAST, "pm25", DAY, 24, 75).hours("s2", WEST, "pm10", DAY, 24, 150);
        east = town.caseClosed("dust", "roads", EAST, "2026-03-02T01:00:00Z", 10);
        town.caseClosed("dust", "roads", WEST, "2026-03-02T01:00:00Z", 10);
        analyst = PeopleClient.at(port).bearer(new TestPeople(context).token(Indicators.READ, Indicators.COMPUTE));
        for (String id : List.of("aqi-day", "cases-closed", "mean-time-to-close")) {
            compute(id);
        }
    }

    @Test
    void aSeriesIndicatorLeadsToTheSeriesBehindIt() {
        assertThat(from("aqi-day@" + DAY + "@city")).containsExactly("series s1:pm25", "series s2:pm10");
        assertThat(from("aqi-day@" + DAY + "@area:310101")).containsExactly("series s1:pm25");
        assertThat(from("aqi-day@" + DAY + "@device:s2")).containsExactly("series s2:pm10");
    }

    @Test
    void aMeasureLeadsToTheCasesItCounts() {
        assertThat(from("cases-closed@" + DAY + "@city")).hasSize(2);
        assertThat(from("cases-closed@" + DAY + "@area:310101")).containsExactly("case " + east);
        assertThat(from("mean-time-to-close@" + DAY + "@department:roads")).hasSize(2);
    }

    @Test
    void aCaseLeadsToTheValuesItCountsIn() {
        assertThat(trace.links(TraceRef.of("case", east.toString()), READER))
                .extracting(link -> link.to().id())
                .containsExactlyInAnyOrder(
                        "cases-closed@" + DAY + "@area:310101",
                        "cases-closed@" + DAY + "@city",
                        "mean-time-to-close@" + DAY + "@area:310101",
                        "mean-time-to-close@" + DAY + "@city",
                        "mean-time-to-close@" + DAY + "@department:roads");
    }

    @Test
    void aSeriesLeadsToTheValuesOfItsLatestPeriod() {
        assertThat(trace.links(TraceRef.of("series", "s1:pm25"), READER))
                .extracting(link -> link.to().id())
                .containsExactlyInAnyOrder(
                        "aqi-day@" + DAY + "@device:s1", "aqi-day@" + DAY + "@area:310101", "aqi-day@" + DAY + "@city");
        assertThat(trace.links(TraceRef.of("series", "s1:humidity"), READER)).isEmpty();
    }

    @Test
    void whatTheViewerMayNotSeeIsLeftOut() {
        Viewer west = viewer(WEST, Indicators.READ);
        assertThat(trace.links(TraceRef.of("case", east.toString()), west)).isEmpty();
        assertThat(trace.find(TraceRef.of("indicator", "aqi-day@" + DAY + "@city"), west))
                .isEmpty();
        assertThat(trace.links(TraceRef.of("case", east.toString()), viewer("/")))
                .isEmpty();
    }

    @Test
    void theChainCanBeWalkedOverHttp() {
        JsonNode walk = analyst.get("/api/core/v1/trace/indicator/aqi-day@" + DAY + "@area:310101")
                .json();
        assertThat(walk.path("nodes").size()).isGreaterThanOrEqualTo(2);
        assertThat(walk.path("nodes").path(0).path("title").path("en").asString())
                .isEqualTo("Daily air quality index 100.0 (East, 2026-03-02)");
        TraceNode node = trace.find(TraceRef.of("indicator", "aqi-day@" + DAY + "@city"), READER)
                .orElseThrow();
        assertThat(node.page()).hasValue("/indicators/aqi-day?time=" + DAY + "&key=city");
    }

    private List<String> from(String id) {
        return trace.links(TraceRef.of("indicator", id), READER).stream()
                .map(TraceLink::from)
                .map(ref -> ref.kind() + " " + ref.id())
                .toList();
    }

    private void compute(String id) {
        PeopleClient.Answer started = analyst.post(
                "/api/indicator/v1/indicators/" + id + "/compute", Map.of("from", "2026-03-02", "to", "2026-03-03"));
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        eventually(
                "the job ends",
                () -> analyst.get(job).json().path("state").asString().equals("done"));
    }
}

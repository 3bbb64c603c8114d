package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A day of one station in the format of the PRSA files, from the file to the case and the index. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AirStationStoryTest {
    private static final String STATION = "prsa-Storyville";
    /** Heavy from 0 to 4 o'clock, nothing at 5, then the same value to the end of the day. */
    private static final List<String> PM25 = List.of("160", "170", "180", "160", "160", "NA");

    @Autowired
    Packs packs;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;
    private JsonNode report;

    @BeforeAll
    void importTheDay() {
        ShippedPacks.applyAll(packs);
        String token = new TestPeople(context)
                .token("sense:read", "sense:import", "alarm:read", "cases:read", "indicator:read", "indicator:compute");
        people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(token);
        report = finished(
                people.postText("/api/sense/v1/imports?product=national-station&mapping=prsa&cases=true", day()));
    }

    @Test
    void everyColumnIsAccountedFor() {
        assertThat(column("PM2.5").path("stored").asInt()).isEqualTo(23);
        assertThat(column("PM2.5").path("missing").asInt()).isEqualTo(1);
        assertThat(column("wd").path("stored").asInt()).isEqualTo(24);
        assertThat(report.path("columns").valueStream().mapToInt(c -> c.path("rejected")
                        .asInt()))
                .containsOnly(0);
    }

    @Test
    void carbonMonoxideIsStoredInMilligrams() {
        JsonNode latest = people.get("/api/sense/v1/devices/" + STATION).json().path("latest");
        assertThat(latest.at("/co/value").asDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(latest.at("/winddirection/value").asString()).isEqualTo("NNW");
    }

    @Test
    void heavyPollutionIsRaisedInItsThirdHourAndClearedWhenTheAirIs() {
        JsonNode alarm = alarm("heavy-pm25");
        assertThat(alarm.path("since").asString()).isEqualTo("2016-12-19T16:00:00Z");
        assertThat(alarm.path("raisedAt").asString()).isEqualTo("2016-12-19T18:00:00Z");
        assertThat(alarm.path("clearedAt").asString()).isEqualTo("2016-12-19T22:00:00Z");
    }

    @Test
    void aValueHeldForSixHoursIsAFlatLine() {
        assertThat(alarm("flat-line-pm25").path("raisedAt").asString()).isEqualTo("2016-12-20T04:00:00Z");
    }

    @Test
    void theCaseOfHeavyPollutionIsClosedByTheStationItself() {
        eventually(
                "closed by the sensor",
                () -> cases("heavy-pollution").path("stage").asString("").equals("close"));
        JsonNode closed = cases("heavy-pollution");
        assertThat(closed.path("department").asString()).isEqualTo("eco-bureau");
        assertThat(closed.path("closedBy").asString()).isEqualTo("sensor");
        assertThat(closed.path("closedAt").asString()).isEqualTo("2016-12-20T01:00:00Z");
    }

    @Test
    void theFaultyStationWaitsForMaintenance() {
        eventually(
                "a fault",
                () -> cases("station-fault").path("stage").asString("").equals("handle"));
        assertThat(cases("station-fault").path("department").asString()).isEqualTo("station-maintenance");
    }

    @Test
    void theDaysIndexNamesWhatMadeIt() {
        finished(people.post(
                "/api/indicator/v1/indicators/aqi-day/compute",
                Map.of("from", "2016-12-19T16:00:00Z", "to", "2016-12-20T16:00:00Z")));
        JsonNode value = people.get("/api/indicator/v1/indicators/aqi-day/values?key=device:" + STATION
                        + "&from=2016-12-19T16:00:00Z&to=2016-12-20T16:00:00Z")
                .json()
                .at("/items/0");
        // (830 + 18 x 110) / 23 = 122.17 ug/m3 of PM2.5.
        assertThat(value.path("value").asDouble()).isEqualTo(161);
        assertThat(value.at("/attributes/primary").valueStream().map(JsonNode::asString))
                .containsExactly("PM2.5");
        assertThat(value.at("/attributes/level").asInt()).isEqualTo(4);
        assertThat(value.at("/attributes/category/zh").asString()).isEqualTo("中度污染");
    }

    private static String day() {
        StringBuilder rows = new StringBuilder(
                "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,PRES,DEWP,RAIN,wd,WSPM,station\n");
        IntStream.range(0, 24).forEach(hour -> rows.append(hour + 1)
                .append(",2016,12,20,")
                .append(hour)
                .append(',')
                .append(hour < PM25.size() ? PM25.get(hour) : "110")
                .append(",200,10,40,800,60,-1.5,1021,-9.4,0,NNW,0.4,Storyville\n"));
        return rows.toString();
    }

    private JsonNode finished(PeopleClient.Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        eventually(
                "the end of " + job,
                () -> people.get(job).json().path("endedAt").isString());
        assertThat(state(job)).isEqualTo("done");
        return people.get(job).json().path("result");
    }

    private String state(String job) {
        return people.get(job).json().path("state").asString();
    }

    private JsonNode column(String name) {
        return report.path("columns")
                .valueStream()
                .filter(column -> column.path("column").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode alarm(String rule) {
        JsonNode found = people.get("/api/alarm/v1/alarms?state=all&historical=true&rule=" + rule)
                .json()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        return found.get(0);
    }

    private JsonNode cases(String kind) {
        return people.get("/api/cases/v1/cases?kind=" + kind).json().at("/items/0");
    }
}

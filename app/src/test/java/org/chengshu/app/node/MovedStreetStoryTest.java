package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
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

/** A street with a station and an open case moves from one district to another. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedStreetStoryTest {
    private static final String STATION = "prsa-Moveville";
    private static final String DAY = "&from=2015-12-19T16:00:00Z&to=2015-12-20T16:00:00Z";

    @Autowired
    Packs packs;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;
    private PeopleClient officerOfOld;
    private PeopleClient officerOfNew;
    private String openCase;

    @BeforeAll
    void moveTheStreet() {
        ShippedPacks.applyAll(packs);
        TestPeople all = new TestPeople(context);
        people = client(all.token("*"));
        area("mv", null);
        area("mv-old", "mv");
        area("mv-new", "mv");
        area("mv-street", "mv-old");
        created(
                "/api/sense/v1/devices",
                Map.of(
                        "code",
                        STATION,
                        "product",
                        "national-station",
                        "area",
                        "mv-street",
                        "title",
                        Map.of("zh", "搬迁站", "en", "Moveville")));
        finished(people.postText("/api/sense/v1/imports?product=national-station&mapping=prsa", day()));
        compute();
        openCase = created(
                        "/api/cases/v1/cases",
                        Map.of("kind", "open-burning", "area", "mv-street", "title", "露天焚烧", "description", "街口焚烧垃圾"))
                .path("id")
                .asString();
        officerOfOld = client(all.tokenIn("mv-old", "cases:read", "sense:read", "alarm:read", "indicator:read"));
        officerOfNew = client(all.tokenIn("mv-new", "cases:read", "sense:read", "alarm:read", "indicator:read"));

        Answer moved = people.with("If-Match", "\"v1\"")
                .post("/api/core/v1/areas/mv-street/move", Map.of("parent", "mv-new", "reason", "区划调整"));

        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        eventually("the station follows its street", () -> people.get("/api/sense/v1/devices/" + STATION)
                .json()
                .path("areaPath")
                .asString()
                .equals("/mv/mv-new/mv-street/"));
    }

    @Test
    void yesterdaysFiguresStayWithYesterdaysDistrictAlsoWhenTheyAreComputedAgain() {
        double before = index("area:mv-old");
        compute();

        assertThat(index("area:mv-old")).isEqualTo(before).isPositive();
        assertThat(index("area:mv-street")).isEqualTo(before);
        assertThat(values("area:mv-new").size()).isZero();
    }

    @Test
    void theOfficerOfTheNewDistrictSeesTheStreetsOpenCaseAndTheFormerOneNoLonger() {
        eventually("the new officer sees the case", () -> seenBy(officerOfNew).contains(openCase));
        assertThat(seenBy(officerOfOld)).doesNotContain(openCase);
        assertThat(officerOfNew.get("/api/cases/v1/cases/" + openCase).status()).isEqualTo(200);
        assertThat(officerOfOld.get("/api/cases/v1/cases/" + openCase).status()).isEqualTo(404);
    }

    @Test
    void aListNarrowedToTheNewDistrictHasTheStreetsFormerItems() {
        assertThat(ids(people.get("/api/cases/v1/cases?area=mv-new"))).contains(openCase);
        assertThat(ids(people.get("/api/cases/v1/cases?area=mv-old"))).doesNotContain(openCase);
        assertThat(officerOfNew.get("/api/sense/v1/devices/" + STATION).status())
                .isEqualTo(200);
    }

    @Test
    void theTreeOfThatDayIsThereToReadTheFiguresBy() {
        JsonNode history =
                people.get("/api/core/v1/areas/mv-street/history").json().path("items");
        assertThat(history.at("/0/path").asString()).isEqualTo("/mv/mv-new/mv-street/");
        assertThat(history.at("/1/path").asString()).isEqualTo("/mv/mv-old/mv-street/");
    }

    @Test
    void searchFindsTheCaseForWhoeverSeesItOnly() {
        eventually("search knows the case", () -> found(people).contains(openCase));
        assertThat(found(officerOfNew)).contains(openCase);
        assertThat(found(officerOfOld)).doesNotContain(openCase);
    }

    private List<String> found(PeopleClient who) {
        return who.get("/api/core/v1/search?q=%E9%9C%B2%E5%A4%A9%E7%84%9A%E7%83%A7&kinds=case&limit=20")
                .json()
                .at("/groups/0/hits")
                .valueStream()
                .map(hit -> hit.path("id").asString())
                .toList();
    }

    private void compute() {
        finished(people.post(
                "/api/indicator/v1/indicators/aqi-day/compute",
                Map.of("from", "2015-12-19T16:00:00Z", "to", "2015-12-20T16:00:00Z")));
    }

    private double index(String key) {
        return values(key).at("/0/value").asDouble();
    }

    private JsonNode values(String key) {
        return people.get("/api/indicator/v1/indicators/aqi-day/values?key=" + key + DAY)
                .json()
                .path("items");
    }

    private static List<String> seenBy(PeopleClient who) {
        return ids(who.get("/api/cases/v1/cases?stage=open"));
    }

    private static List<String> ids(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private void area(String code, String parent) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "name", "区 " + code, "kind", "test"));
        if (parent != null) {
            body.put("parent", parent);
        }
        created("/api/core/v1/areas", body);
    }

    private JsonNode created(String path, Object body) {
        Answer created = people.post(path, body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private void finished(Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        eventually(
                "the end of " + job,
                () -> people.get(job).json().path("endedAt").isString());
        assertThat(people.get(job).json().path("state").asString()).isEqualTo("done");
    }

    private PeopleClient client(String token) {
        return PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(token);
    }

    private static String day() {
        StringBuilder rows = new StringBuilder(
                "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,PRES,DEWP,RAIN,wd,WSPM,station\n");
        IntStream.range(0, 24).forEach(hour -> rows.append(hour + 1)
                .append(",2015,12,20,")
                .append(hour)
                .append(",")
                .append(40 + hour)
                .append(",60,10,40,800,60,-1.5,1021,-9.4,0,NNW,0.4,Moveville\n"));
        return rows.toString();
    }
}

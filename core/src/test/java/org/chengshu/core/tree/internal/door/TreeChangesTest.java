package org.chengshu.core.tree.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.core.tree.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class TreeChangesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String AREAS = "/api/core/v1/areas";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Organisations organisations;

    private PeopleClient planner;
    private String city;
    private String east;
    private String west;
    private String street;

    /** A city of two districts; the street lies in the east. Codes are fresh for each test. */
    @BeforeEach
    void foundACity() {
        planner = PeopleClient.at(port).bearer(new TestPeople(context).token("core:trees"));
        String town = "t" + NUMBER.incrementAndGet();
        city = create(town, null, 0, 40);
        east = create(town + "-e", city, 20, 30);
        west = create(town + "-w", city, 0, 10);
        street = create(town + "-s", east, 20, 22);
    }

    @Test
    void leaveEachVersionBehindWithItsTimeItsAuthorAndItsReason() {
        Instant before = changedAt(street);

        Answer moved = move(street, west, "Reform of 2026");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"v2\"");
        assertThat(areas.get(street).path()).isEqualTo("/" + city + "/" + west + "/" + street + "/");
        JsonNode history = planner.get(AREAS + "/" + street + "/history").json().path("items");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/change/reason").asString()).isEqualTo("Reform of 2026");
        assertThat(history.at("/0/change/kind").asString()).isEqualTo("move");
        assertThat(history.at("/0/validTo").isNull()).isTrue();
        assertThat(history.at("/1/parent").asString()).isEqualTo(east);
        assertThat(history.at("/1/validTo").asString())
                .isEqualTo(history.at("/0/validFrom").asString());
        assertThat(pathAt(street, before)).isEqualTo("/" + city + "/" + east + "/" + street + "/");
        assertThat(planner.get(AREAS + "/changes?code=" + street)
                        .json()
                        .at("/items/0/nodes/0")
                        .asString())
                .isEqualTo(street);
    }

    @Test
    void leadTheNewDistrictToTheStreetsFormerRowsAndTheOldOneAway() {
        String formerPath = areas.get(street).path();

        move(street, west, "Reform");

        assertThat(areas.reach(west).covers(formerPath)).isTrue();
        assertThat(areas.reach(east).covers(formerPath)).isFalse();
        assertThat(areas.reach(city)).isEqualTo(Reach.of("/" + city + "/"));
        assertThat(areas.present(formerPath)).isEqualTo(areas.get(street).path());
    }

    @Test
    void mergeDistrictsWithWhatHangsOnThemAndKeepBothHistories() {
        String former = areas.get(street).path();

        Answer merged = planner.post(
                AREAS + "/merge",
                Map.of(
                        "from",
                        List.of(east, west),
                        "into",
                        Map.of("code", city + "-new", "name", "新区"),
                        "reason",
                        "M"));

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().path("parent").asString()).isEqualTo(city);
        assertThat(merged.json().at("/boundary/type").asString()).isEqualTo("MultiPolygon");
        assertThat(areas.find(east)).isEmpty();
        assertThat(areas.get(street).parent()).contains(city + "-new");
        assertThat(areas.reach(city + "-new").covers(former)).isTrue();
        JsonNode kin = planner.get(AREAS + "/" + city + "-new/kin").json();
        assertThat(kin.path("predecessors").findValuesAsString("code")).containsExactlyInAnyOrder(east, west);
        assertThat(planner.get(AREAS + "/" + east + "/history")
                        .json()
                        .at("/items/0/endedBy/kind")
                        .asString())
                .isEqualTo("merge");
        assertThat(create(east, city).code()).isEqualTo("TREE_CODE_TAKEN");
    }

    @Test
    void splitADistrictOnlyWhenEveryChildHasItsPlace() {
        Map<String, Object> one = Map.of("code", east + "1", "name", "一区");
        Map<String, Object> two = Map.of("code", east + "2", "name", "二区", "children", List.of(street));

        Answer forgot = changed(
                east, "split", Map.of("into", List.of(one, Map.of("code", east + "2", "name", "x")), "reason", "S"));
        Answer split = changed(east, "split", Map.of("into", List.of(one, two), "reason", "S"));

        assertThat(forgot.code()).isEqualTo("TREE_FAULTY");
        assertThat(forgot.json().at("/errors/0/detail").asString()).contains(street);
        assertThat(split.json().path("items").findValuesAsString("kind")).containsExactly("test", "test");
        assertThat(areas.get(street).path()).isEqualTo("/" + city + "/" + east + "2/" + street + "/");
        assertThat(planner.get(AREAS + "/" + east + "/kin")
                        .json()
                        .path("successors")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void closeOnlyWhatNothingHangsOnOrWhatHasASuccessor() {
        assertThat(changed(east, "close", Map.of("reason", "C")).code()).isEqualTo("TREE_HAS_CHILDREN");

        assertThat(changed(east, "close", Map.of("reason", "C", "successor", west))
                        .status())
                .isEqualTo(204);

        assertThat(areas.get(street).parent()).contains(west);
    }

    @Test
    void refuseCirclesUnknownParentsMissingReasonsAndOldVersions() {
        assertThat(move(east, street, "R").code()).isEqualTo("TREE_CIRCLE");
        assertThat(move(east, "nowhere", "R").json().at("/errors/0/place").asString())
                .isEqualTo("/parent");
        assertThat(move(east, west, " ").json().at("/errors/0/place").asString())
                .isEqualTo("/reason");
        assertThat(planner.with("If-Match", "\"v7\"")
                        .post(AREAS + "/" + east + "/move", Map.of("parent", west, "reason", "R"))
                        .code())
                .isEqualTo("VERSION_CHANGED");
        assertThat(planner.post(AREAS + "/" + east + "/close", Map.of("reason", "R"))
                        .status())
                .isEqualTo(428);
        assertThat(create("bad code", city).json().at("/errors/0/place").asString())
                .isEqualTo("/code");
    }

    @Test
    void renameWithoutLosingTheBoundary() {
        Answer renamed = planner.with("If-Match", "\"v1\"")
                .put(AREAS + "/" + east, Map.of("name", Map.of("zh", "东区", "en", "East"), "kind", "district"));

        assertThat(renamed.json().at("/name/en").asString()).isEqualTo("East");
        assertThat(renamed.json().at("/boundary/type").asString()).isEqualTo("Polygon");
        assertThat(renamed.json().path("datum").asString()).isEqualTo("wgs84");
    }

    @Test
    void keepTheHistoryOfOrganisationsAlike() {
        String bureau = city + "-bureau";
        String centre = city + "-centre";
        String path = "/api/core/v1/organisations";
        planner.post(path, Map.of("code", bureau, "name", "局", "kind", "department", "areaCode", city));
        planner.post(path, Map.of("code", centre, "name", "中心", "kind", "centre", "parent", bureau));
        String former = organisations.get(centre).path();

        planner.with("If-Match", "\"v1\"").post(path + "/" + centre + "/move", Map.of("reason", "机构改革"));

        assertThat(organisations.get(centre).path()).isEqualTo("/" + centre + "/");
        assertThat(organisations.reach(centre).covers(former)).isTrue();
        assertThat(organisations.reach(bureau).covers(former)).isFalse();
        assertThat(organisations.get(bureau).areaCode()).contains(city);
    }

    private Instant changedAt(String code) {
        return Instant.parse(planner.get(AREAS + "/" + code + "/history")
                .json()
                .at("/items/0/validFrom")
                .asString());
    }

    private String pathAt(String code, Instant moment) {
        for (JsonNode area :
                planner.get(AREAS + "?geometry=false&at=" + moment).json().path("items")) {
            if (area.path("code").asString().equals(code)) {
                return area.path("path").asString();
            }
        }
        return "";
    }

    private Answer move(String code, String parent, String reason) {
        return changed(code, "move", Map.of("parent", parent, "reason", reason));
    }

    private Answer changed(String code, String how, Map<String, Object> body) {
        return planner.with("If-Match", "\"v1\"").post(AREAS + "/" + code + "/" + how, body);
    }

    private Answer create(String code, String parent) {
        return planner.post(AREAS, Map.of("code", code, "name", "x", "kind", "test", "parent", parent));
    }

    private String create(String code, String parent, double from, double to) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "name", "区 " + code, "kind", "test"));
        List<List<Double>> ring = List.of(
                List.of(from, 60.0), List.of(to, 60.0), List.of(to, 61.0), List.of(from, 61.0), List.of(from, 60.0));
        body.put("boundary", Map.of("type", "Polygon", "coordinates", List.of(ring)));
        Optional.ofNullable(parent).ifPresent(upper -> body.put("parent", upper));
        Answer created = planner.post(AREAS, body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return code;
    }
}

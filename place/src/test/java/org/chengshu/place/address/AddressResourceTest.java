package org.chengshu.place.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.tree.Areas;
import org.chengshu.place.Addresses;
import org.chengshu.place.PlaceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@PlaceTest
class AddressResourceTest {
    @Autowired
    DSLContext sql;

    @Autowired
    Areas areas;

    @Autowired
    Addresses addresses;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient people;

    @BeforeEach
    void buildATree() {
        people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
        area("445300", "云江市", null, "/445300/");
        area("445302", "东城区", "445300", "/445300/445302/");
        area("445303", "新安区", "445300", "/445300/445303/");
        change();
        Eventually.eventually("the tree is known", () -> areas.find("445303").isPresent());
    }

    @Test
    void splitsOneAddressAndAList() {
        JsonNode one =
                people.get("/api/place/v1/addresses/split?text=云江市东城区河滨路8号").json();
        assertThat(one.at("/areaPath").asString()).isEqualTo("/445300/445302/");
        assertThat(one.at("/road").asString()).isEqualTo("河滨路");

        JsonNode all = people.post(
                        "/api/place/v1/addresses/split", Map.of("texts", List.of("新安区1号", "火星"), "within", "445300"))
                .json();
        assertThat(all.at("/items/0/split/areas/0/code").asString()).isEqualTo("445303");
        assertThat(all.at("/items/1/split/confidence").asDouble()).isZero();
    }

    @Test
    void refusesWhatIsTooLongAndAnAreaThatIsNot() {
        String endless = "东".repeat(501);
        assertThat(people.post("/api/place/v1/addresses/split", Map.of("texts", List.of("东城区", endless)))
                        .json()
                        .toString())
                .contains("ADDRESS_TOO_LONG")
                .contains("texts/1");
        assertThat(people.get("/api/place/v1/addresses/split?text=a&within=nowhere")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void followsTheTreeWhenItChanges() {
        area("445304", "高明区", "445300", "/445300/445304/");
        change();
        Eventually.eventually("the new district is recognised", () -> addresses
                .split("云江市高明区沧江路1号")
                .areaPath()
                .filter("/445300/445304/"::equals)
                .isPresent());
    }

    @Test
    void learnsOtherNamesAndForgetsThem() {
        assertThat(people.post("/api/place/v1/area-names", Map.of("area", "445302", "name", "老城", "former", true))
                        .status())
                .isEqualTo(201);
        assertThat(addresses.split("云江市老城河滨路8号").areaPath()).contains("/445300/445302/");
        assertThat(people.get("/api/place/v1/area-names").json().toString()).contains("老城");

        assertThat(people.delete("/api/place/v1/area-names?area=445302&name=老城").status())
                .isEqualTo(204);
        assertThat(addresses.split("云江市老城河滨路8号").areaPath()).contains("/445300/");
        assertThat(people.delete("/api/place/v1/area-names?area=445302&name=老城")
                        .json()
                        .toString())
                .contains("AREA_NAME_NOT_FOUND");
        assertThat(people.post("/api/place/v1/area-names", Map.of("area", "nowhere", "name", "x"))
                        .json()
                        .toString())
                .contains("/area")
                .contains("/name");
    }

    private void area(String code, String name, String parent, String path) {
        sql.execute("""
                insert into cs_core.tree_node (tree, code, name_zh, name_en, kind, parent, path)
                values ('area', ?, ?, ?, 'district', ?, ?) on conflict do nothing""", code, name, name, parent, path);
    }

    private void change() {
        sql.execute("update cs_core.tree_version set version = version + 1");
    }
}

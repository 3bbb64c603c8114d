package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.Groups;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

@SenseTest
class GroupResourceTest {
    private static final Map<String, String> TITLE = Map.of("zh", "组", "en", "Group");

    @Autowired
    SenseWorld world;

    @Autowired
    Groups groups;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;
    private String product;

    @BeforeEach
    void signIn() {
        people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(new TestPeople(context).token("*"));
        product = world.freshProduct();
    }

    @Test
    void aQueryFindsWhoFitsAsDevicesComeAndChange() {
        String id = "query-" + product;
        people.put(
                "/api/sense/v1/groups/" + id,
                Map.of("title", TITLE, "query", Map.of("product", product, "tags", Map.of("floor", "3"))));
        assertThat(groups.members(id).size()).isZero();

        String device = world.freshDevice(product);
        world.freshDevice(product);
        change(device, Map.of("product", product, "tags", Map.of("floor", "3")));
        assertThat(groups.members(id).size()).isEqualTo(1);
        assertThat(codes("?group=" + id)).containsExactly(device);

        change(device, Map.of("product", product, "tags", Map.of("floor", "4")));
        assertThat(groups.members(id).size()).isZero();
    }

    @Test
    void aListHoldsTheDevicesItNamesUntilTheyRetire() {
        String one = world.freshDevice(product);
        String two = world.freshDevice(product);
        String id = "list-" + product;
        PeopleClient.Answer made =
                people.put("/api/sense/v1/groups/" + id, Map.of("title", TITLE, "devices", List.of(one, two)));
        assertThat(made.json().path("size").asInt()).isEqualTo(2);

        change(two, Map.of("product", product, "lifecycle", "retired"));
        assertThat(codes("?group=" + id)).containsExactly(one);
        assertThat(people.get("/api/sense/v1/devices/" + two)
                        .json()
                        .path("lifecycle")
                        .asString())
                .isEqualTo("retired");
    }

    @Test
    void aGroupThatNamesWhatIsNotThereIsRefusedWithAllItsFaults() {
        PeopleClient.Answer refused = people.put(
                "/api/sense/v1/groups/wrong-" + product,
                Map.of("title", TITLE, "devices", List.of("nobody", "no-one")));

        assertThat(refused.code()).isEqualTo("GROUP_FAULTY");
        assertThat(refused.json().path("errors")).hasSize(2);
    }

    @Test
    void whoChangesAGroupSaysWhichVersionHeHasRead() {
        String id = "versions-" + product;
        Map<String, Object> group = Map.of("title", TITLE, "query", Map.of("product", product));
        people.put("/api/sense/v1/groups/" + id, group);

        assertThat(people.put("/api/sense/v1/groups/" + id, group).code()).isEqualTo("VERSION_NEEDED");
    }

    @Test
    void searchFindsByCodeTitleTagProductAndLifecycle() {
        String device = world.freshDevice(product);
        change(
                device,
                Map.of(
                        "product",
                        product,
                        "title",
                        Map.of("zh", "世纪大道井盖" + device, "en", "Manhole of Century Avenue " + device),
                        "tags",
                        Map.of("contract", "HT-" + device)));

        assertThat(codes("?q=" + device.toUpperCase(Locale.ROOT))).contains(device);
        assertThat(codes("?q=世纪大道井盖" + device)).containsExactly(device);
        assertThat(codes("?q=century " + device)).contains(device);
        assertThat(codes("?q=tag:contract=HT-" + device)).containsExactly(device);
        assertThat(codes("?q=code:" + device + " " + product)).contains(device);
        assertThat(codes("?q=nothing-of-the-kind " + device)).isEmpty();
        assertThat(codes("?product=" + product + "&lifecycle=planned")).isEmpty();
        assertThat(people.get("/api/sense/v1/devices/count?product=" + product)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    private void change(String device, Map<String, Object> description) {
        assertThat(people.put("/api/sense/v1/devices/" + device, description).status())
                .isEqualTo(200);
    }

    private List<String> codes(String query) {
        return people.get("/api/sense/v1/devices" + query.replace(" ", "%20"))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }
}

package org.chengshu.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.data.catalogue.CatalogueWorld.ENTRIES;
import static org.chengshu.data.catalogue.CatalogueWorld.content;
import static org.chengshu.data.catalogue.CatalogueWorld.created;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestTown;
import org.chengshu.data.DataTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@DataTest
class ThreeListsTest {
    private static final String BASE = "/api/data/v1/catalogue";
    private static final String DUE = "2099-01-01";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private CatalogueWorld world;
    private PeopleClient office;
    private PeopleClient bureau;
    private String mark;

    @BeforeEach
    void town() {
        world = new CatalogueWorld(context, port);
        office = world.editor(TestTown.OFFICE);
        bureau = world.editor(TestTown.BUREAU);
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aDemandIsMatchedToSupplyAndSaysWhatMatched() {
        String id = world.published(TestTown.BUREAU, "学校名录" + mark, List.of("学校名称", "学校地址", "办学层次"));
        long demand = demand(office, "学校名录" + mark, List.of("学校名称", "地址", "在校生数"));
        eventually("the entry is proposed", () -> matches(demand).size() > 0);

        JsonNode best = matches(demand).path(0);
        assertThat(best.path("entry").asString()).isEqualTo(id);
        assertThat(best.path("why").path("fields").path("学校名称").asString()).isEqualTo("学校名称");
        assertThat(best.path("why").path("missing").toString()).contains("在校生数");
        assertThat(best.path("why").path("words").toString()).contains(mark);
        assertThat(best.path("why").path("score").asDouble()).isBetween(0.3, 0.9);
    }

    @Test
    void anAcceptedDemandBecomesAResponsibilityThatPublishingFulfils() {
        AccountView asker = world.account(TestTown.OFFICE, "data:read", EntryRights.EDIT);
        PeopleClient asking = world.as(asker);
        String id = world.published(TestTown.BUREAU, "婚姻登记" + mark, List.of("证件号码"));
        long demand = demand(asking, "婚姻登记" + mark, List.of("证件号码", "登记日期"), TestTown.BUREAU);

        JsonNode accepted = bureau.post(BASE + "/demands/" + demand + "/accept", Map.of("entry", id, "due", DUE))
                .json();
        assertThat(accepted.path("state").asString()).isEqualTo("accepted");
        assertThat(accepted.path("provider").asString()).isEqualTo(TestTown.BUREAU);
        assertThat(responsibility(demand).path("state").asString()).isEqualTo("open");

        bureau.with("If-Match", "*")
                .put(ENTRIES + "/" + id, Map.of("content", content("婚姻登记" + mark, List.of("证件号码", "登记日期"))));
        bureau.post(ENTRIES + "/" + id + "/submit", Map.of());
        world.reviewer().post(ENTRIES + "/" + id + "/publish", Map.of());

        assertThat(responsibility(demand).path("state").asString()).isEqualTo("fulfilled");
        assertThat(asking.get(BASE + "/demands/" + demand).json().path("state").asString())
                .isEqualTo("fulfilled");
        assertThat(asking.get("/api/core/v1/notices").body()).contains("婚姻登记" + mark);
    }

    @Test
    void whatIsPublishedWithEveryFieldMeetsADemandAtOnce() {
        String id = world.published(TestTown.BUREAU, "车辆信息" + mark, List.of("号牌号码"));
        long demand = demand(office, "车辆信息" + mark, List.of("号牌号码"));

        JsonNode met = world.reviewer()
                .post(BASE + "/demands/" + demand + "/accept", Map.of("entry", id))
                .json();

        assertThat(met.path("state").asString()).isEqualTo("fulfilled");
        assertThat(responsibility(demand).isMissingNode()).isTrue();
    }

    @Test
    void nobodyDecidesHisOwnDemandAndOthersNeitherSeeNorDecideIt() {
        PeopleClient both = world.both();
        long own = demand(both, "自问自答" + mark, List.of());
        assertThat(both.post(BASE + "/demands/" + own + "/accept", Map.of("provider", TestTown.BUREAU, "due", DUE))
                        .code())
                .isEqualTo("DUTIES_SEPARATED");

        long demand = demand(office, "别处的" + mark, List.of());
        assertThat(bureau.get(BASE + "/demands/" + demand).status()).isEqualTo(404);
        assertThat(bureau.post(BASE + "/demands/" + demand + "/accept", Map.of("provider", TestTown.BUREAU, "due", DUE))
                        .status())
                .isEqualTo(404);
        assertThat(world.reader().get(BASE + "/demands").body()).doesNotContain(mark);
        assertThat(office.get(BASE + "/demands").body()).contains(mark);
        assertThat(world.reviewer().get(BASE + "/demands").body()).contains(mark);
    }

    @Test
    void aDeclineNeedsAReasonAndADemandSaysWhy() {
        long demand = demand(office, "不能给的" + mark, List.of());
        assertThat(world.reviewer()
                        .post(BASE + "/demands/" + demand + "/decline", Map.of())
                        .code())
                .isEqualTo("LIST_ITEM_FAULTY");
        world.reviewer().post(BASE + "/demands/" + demand + "/decline", Map.of("reason", "法律不允许"));
        assertThat(office.get(BASE + "/demands/" + demand).json().path("reason").asString())
                .isEqualTo("法律不允许");

        Answer empty = office.post(BASE + "/demands", Map.of("organisation", TestTown.OFFICE));
        assertThat(empty.json().path("errors").valueStream().map(fault -> fault.path("place")
                        .asString()))
                .containsExactly("title", "purpose", "basis");
    }

    @Test
    void theBureauLaysDownAResponsibilityAndItsDepartmentNamesTheEntry() {
        JsonNode laid = world.reviewer()
                .post(
                        BASE + "/responsibilities",
                        Map.of("organisation", TestTown.OFFICE, "title", "低保名单" + mark, "due", DUE))
                .json();
        String id = world.published(TestTown.OFFICE, "低保名单" + mark, List.of("姓名"));

        JsonNode tied = office.post(
                        BASE + "/responsibilities/" + laid.path("id").asLong() + "/entry", Map.of("entry", id))
                .json();

        assertThat(tied.path("state").asString()).isEqualTo("fulfilled");
    }

    @Test
    void whatTheNegativeListForbidsIsNotPublished() {
        String title = "涉密名册" + mark;
        JsonNode item = office.post(
                        BASE + "/negatives",
                        Map.of(
                                "organisation",
                                TestTown.OFFICE,
                                "title",
                                title,
                                "basis",
                                "保密法第九条",
                                "blocks",
                                List.of("unconditional", "conditional")))
                .json();
        assertThat(world.reviewer().get(BASE + "/negatives?state=proposed").body())
                .contains(title);
        assertThat(world.reader().get(BASE + "/negatives").body()).doesNotContain(title);
        String id = created(office, TestTown.OFFICE, title, List.of("姓名"));
        assertThat(office.get(ENTRIES + "/" + id).json().path("missing").size()).isZero();

        world.reviewer().post(BASE + "/negatives/" + item.path("id").asLong() + "/confirm", Map.of());

        Answer refused = office.post(ENTRIES + "/" + id + "/submit", Map.of());
        assertThat(refused.code()).isEqualTo("ENTRY_FAULTY");
        assertThat(refused.body()).contains("保密法第九条");
        assertThat(world.reader().get(BASE + "/negatives").body()).contains(title);

        world.reviewer().post(BASE + "/negatives/" + item.path("id").asLong() + "/lift", Map.of("reason", "已解密"));
        assertThat(office.post(ENTRIES + "/" + id + "/submit", Map.of()).status())
                .isEqualTo(200);
    }

    private long demand(PeopleClient who, String title, List<String> fields) {
        return demand(who, title, fields, "");
    }

    private long demand(PeopleClient who, String title, List<String> fields, String provider) {
        Answer answer = who.post(
                BASE + "/demands",
                Map.of(
                        "organisation",
                        TestTown.OFFICE,
                        "title",
                        title,
                        "purpose",
                        "入学资格审核",
                        "basis",
                        "义务教育法第十二条",
                        "fields",
                        fields,
                        "provider",
                        provider));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private JsonNode matches(long demand) {
        return world.reviewer().get(BASE + "/demands/" + demand + "/matches").json();
    }

    private JsonNode responsibility(long demand) {
        return bureau.get(BASE + "/responsibilities?limit=500")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("demand").asLong() == demand)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}

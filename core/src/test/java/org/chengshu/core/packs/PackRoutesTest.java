package org.chengshu.core.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class PackRoutesTest {
    private static final String PACKS = "/api/core/v1/packs";
    private static final String MANIFEST = """
            id: river-district
            version: 1.2.0
            title: {zh: 河区, en: River district}
            description: {zh: 一个区, en: One district}
            """;
    private static final String AREAS = """
            areas:
              - {code: river, name: {zh: 河区, en: River district}, kind: district}
            """;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient bureau;

    @BeforeEach
    void signIn() {
        bureau = PeopleClient.at(port).bearer(new TestPeople(context).token("core:packs"));
    }

    @Test
    void appliesListsExportsAndRemovesAPack() {
        Answer applied = bureau.post(PACKS, body("pack.yaml", MANIFEST, "areas.yaml", AREAS));
        assertThat(applied.status()).isEqualTo(200);
        assertThat(applied.json().path("outcome").asString()).isEqualTo("installed");

        Answer list = bureau.get(PACKS);
        assertThat(list.json().path("items").path(0).path("id").asString()).isEqualTo("river-district");
        assertThat(list.json().path("items").path(0).path("title").path("zh").asString())
                .isEqualTo("河区");
        assertThat(bureau.get(PACKS + "/river-district/files")
                        .json()
                        .path("files")
                        .path("areas.yaml")
                        .asString())
                .isEqualTo(AREAS);

        assertThat(bureau.delete(PACKS + "/river-district").status()).isEqualTo(204);
        assertThat(bureau.get(PACKS).json().path("items")).isEmpty();
    }

    @Test
    void answersAFaultyPackWithEveryFaultInBothLanguages() {
        Map<String, Object> faulty = body("pack.yaml", MANIFEST, "areas.yaml", "area: []\nareas:\n  - {code: river}\n");

        for (String path : new String[] {PACKS, PACKS + "/check"}) {
            Answer answer = bureau.post(path, faulty);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("PACK_FAULTY");
            assertThat(answer.json().path("errors").size()).isGreaterThanOrEqualTo(3);
            assertThat(answer.json().path("errors").path(0).path("place").asString())
                    .isEqualTo("areas.yaml:1");
            assertThat(answer.json().path("errors").path(0).path("detail").asString())
                    .isEqualTo("there is no section area, did you mean areas?");
            assertThat(answer.json().path("errors").path(0).path("detailZh").asString())
                    .isEqualTo("没有板块 area，是否为 areas？");
        }
    }

    @Test
    void tellsWhatApplyingWouldChange() {
        Answer answer = bureau.post(PACKS + "/check", body("pack.yaml", MANIFEST, "areas.yaml", AREAS));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("changes").path(0).path("added").path(0).asString())
                .isEqualTo("river");
    }

    @Test
    void showsWhatItWillDoAndDoesThatOnly() {
        bureau.post(PACKS, body("pack.yaml", MANIFEST, "areas.yaml", AREAS));
        Map<String, Object> renamed =
                body("pack.yaml", MANIFEST.replace("1.2.0", "1.3.0"), "areas.yaml", AREAS.replace("河区,", "河东区,"));

        Answer diff = bureau.post(PACKS + "/diff", renamed);
        assertThat(diff.json().path("kind").asString()).isEqualTo("update");
        assertThat(diff.json().at("/sections/0/title/zh").asString()).isEqualTo("区域");
        assertThat(diff.json().at("/sections/0/items/0/fields/0/words/zh").asString())
                .isEqualTo("名称 · 中文：由 河区 改为 河东区");
        Map<String, Object> stale = new HashMap<>(renamed);
        stale.put("fingerprint", "0".repeat(64));
        assertThat(bureau.post(PACKS, stale).code()).isEqualTo("PACK_STATE_CHANGED");
        Map<String, Object> shown = new HashMap<>(renamed);
        shown.put("fingerprint", diff.json().path("fingerprint").asString());
        assertThat(bureau.post(PACKS, shown).status()).isEqualTo(200);

        JsonNode history = bureau.get(PACKS + "/river-district/history").json().path("items");
        int former = history.path(1).path("revision").asInt();
        assertThat(history.path(0).path("version").asString()).isEqualTo("1.3.0");
        String revision = PACKS + "/river-district/history/" + former;
        assertThat(bureau.get(revision + "/diff").json().path("kind").asString())
                .isEqualTo("downgrade");
        assertThat(bureau.post(revision + "/apply", Map.of())
                        .json()
                        .path("version")
                        .asString())
                .isEqualTo("1.2.0");
        assertThat(bureau.get(PACKS + "/river-district/items")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo("river");
        bureau.delete(PACKS + "/river-district");
    }

    @Test
    void keepsARoleAsLongAsAnAccountHasIt() {
        bureau.post(PACKS, body("pack.yaml", MANIFEST, "roles.yaml", """
                roles: [{id: river-warden, title: {zh: 河长, en: Warden of the river}, permissions: [core:packs]}]
                """));
        DSLContext sql = context.getBean(DSLContext.class);
        AccountView wang = new TestPeople(context).account(Optional.empty(), "core:packs");
        sql.execute("insert into cs_core.account_role (account_id, role_id) values (?, 'river-warden')", wang.id());

        Answer removal = bureau.get(PACKS + "/river-district/removal");
        assertThat(removal.json().path("refused").asBoolean()).isTrue();
        Answer refused = bureau.delete(PACKS + "/river-district");
        assertThat(refused.code()).isEqualTo("PACK_IN_USE");
        assertThat(refused.json().at("/errors/0/place").asString()).isEqualTo("roles river-warden");
        assertThat(refused.json().at("/errors/0/detail").asString()).isEqualTo("1 account (" + wang.name() + ")");

        sql.execute("delete from cs_core.account_role where role_id = 'river-warden'");
        assertThat(bureau.delete(PACKS + "/river-district").status()).isEqualTo(204);
    }

    @Test
    void givesEditorsOneSchemaWithWordsInBothLanguages() {
        JsonNode schema = bureau.get(PACKS + "/schema").json();

        assertThat(schema.at("/$defs/sections/properties/areas/title").asString())
                .isEqualTo("区域 · areas");
        assertThat(schema.at("/$defs/areas/properties/parent/title").asString()).isEqualTo("上级 · parent");
        assertThat(schema.at("/$defs/pack/properties/title/$ref").asString()).isEqualTo("#/$defs/pack/$defs/text");
        assertThat(schema.toString()).doesNotContain("x-name").doesNotContain("x-help");
    }

    @Test
    void refusesABodyThatIsNoSetOfFiles() {
        assertThat(bureau.post(PACKS, Map.of()).status()).isEqualTo(400);
        assertThat(bureau.postText(PACKS, "{\"files\": {\"a.yaml\": null}}").status())
                .isEqualTo(400);
    }

    private static Map<String, Object> body(String... pathsAndTexts) {
        return Map.of("files", Map.of(pathsAndTexts[0], pathsAndTexts[1], pathsAndTexts[2], pathsAndTexts[3]));
    }
}

package org.chengshu.core.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

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
    void refusesABodyThatIsNoSetOfFiles() {
        assertThat(bureau.post(PACKS, Map.of()).status()).isEqualTo(400);
        assertThat(bureau.postText(PACKS, "{\"files\": {\"a.yaml\": null}}").status())
                .isEqualTo(400);
    }

    private static Map<String, Object> body(String... pathsAndTexts) {
        return Map.of("files", Map.of(pathsAndTexts[0], pathsAndTexts[1], pathsAndTexts[2], pathsAndTexts[3]));
    }
}

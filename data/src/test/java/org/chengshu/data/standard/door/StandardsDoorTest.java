package org.chengshu.data.standard.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class StandardsDoorTest {
    private static final String BASE = "/api/data/v1";
    private static final Map<String, Object> ROOFS = Map.of(
            "title",
            Map.of("zh", "屋顶", "en", "Roofs"),
            "codes",
            List.of(
                    Map.of(
                            "code",
                            "T",
                            "title",
                            Map.of("zh", "瓦", "en", "Tiles"),
                            "foreign",
                            Map.of("old", List.of("7"))),
                    Map.of("code", "T1", "title", Map.of("zh", "红瓦", "en", "Red tiles"), "parent", "T"),
                    Map.of("code", "S", "title", Map.of("zh", "茅草", "en", "Straw"), "to", "1990-12-31")));

    @Autowired
    Packs packs;

    @Autowired
    Standards standards;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient people;

    @BeforeEach
    void signIn() {
        people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
    }

    @AfterEach
    void cleanUp() {
        people.with("If-Match", "*").delete(BASE + "/elements/roof");
        people.with("If-Match", "*").delete(BASE + "/code-tables/roofs");
        if (packs.list().stream().anyMatch(pack -> pack.id().equals("national-standards"))) {
            packs.remove("national-standards", Viewer.system());
        }
    }

    @Test
    void triesTextsOnAFunction() {
        assertThat(people.get(BASE + "/standards").json().toString())
                .contains("money")
                .contains("address")
                .contains("code");

        JsonNode tried = people.post(
                        BASE + "/standards/money/try",
                        Map.of("texts", List.of("50(万元人民币)", "N/A", "万人民币"), "options", Map.of("only", "CNY")))
                .json();
        assertThat(tried.at("/items/0/value").asString()).isEqualTo("500000 CNY");
        assertThat(tried.at("/items/0/parts/amount").asString()).isEqualTo("500000");
        assertThat(tried.at("/items/1/result").asString()).isEqualTo("blank");
        assertThat(tried.at("/items/2/code").asString()).isEqualTo("NUMBER_MISSING");
        assertThat(tried.at("/items/2/reason/en").asString()).contains("no number");

        assertThat(people.post(BASE + "/standards/mony/try", Map.of("texts", List.of()))
                        .json()
                        .toString())
                .contains("did you mean money?");
        assertThat(people.post(
                                BASE + "/standards/money/try",
                                Map.of("texts", List.of(), "options", Map.of("only", "XXX")))
                        .json()
                        .toString())
                .contains("STANDARD_OPTION_FAULTY");
    }

    @Test
    void keepsCodeTablesInVersions() {
        assertThat(people.put(BASE + "/code-tables/roofs", ROOFS).status()).isEqualTo(200);
        assertThat(of("code:table=roofs", "瓦")).isEqualTo("T");
        assertThat(of("code:table=roofs", "red TILES")).isEqualTo("T1");
        assertThat(of("code:table=roofs,from=old", "7")).isEqualTo("T");
        assertThat(of("code:table=roofs,on=2000-01-01", "S")).isEqualTo("!NOT_VALID");
        assertThat(of("code:table=roofs", "红砖")).isEqualTo("!NO_SUCH_CODE");
        assertThat(of("code:table=roofs,part=parent", "红瓦")).isEqualTo("T");

        assertThat(people.put(BASE + "/code-tables/roofs", ROOFS).status())
                .as("without the version read")
                .isEqualTo(428);
        JsonNode changed = csv(
                        people.with("If-Match", "\"v1\""),
                        BASE + "/code-tables/roofs/codes",
                        "代码,名称,英文名称\nT,瓦片,Tiles\nM,金属,Metal\n")
                .json();
        assertThat(changed.at("/table/version").asInt()).isEqualTo(2);
        assertThat(of("code:table=roofs", "金属")).isEqualTo("M");
        assertThat(people.get(BASE + "/code-tables/roofs/versions").json().size())
                .isEqualTo(2);
        assertThat(people.get(BASE + "/code-tables/roofs/versions")
                        .json()
                        .at("/1/content/codes/0/title/zh")
                        .asString())
                .isEqualTo("瓦");
    }

    @Test
    void namesEverythingThatIsWrongWithATable() {
        Map<String, Object> wrong = Map.of(
                "title",
                Map.of("zh", "错", "en", "Wrong"),
                "codes",
                List.of(
                        Map.of("code", "A", "title", Map.of("zh", "甲", "en", "A"), "parent", "B"),
                        Map.of("code", "B", "title", Map.of("zh", "乙", "en", "B"), "parent", "A"),
                        Map.of("code", "A", "title", Map.of("zh", "丙", "en", "C"), "from", "2024-13-01"),
                        Map.of("code", "D", "title", Map.of("zh", "丁", "en", "D"), "parent", "Z")));
        String answer = people.put(BASE + "/code-tables/roofs", wrong).json().toString();
        assertThat(answer)
                .contains("comes twice")
                .contains("circle")
                .contains("not a date")
                .contains("no parent Z");
        assertThat(people.put(BASE + "/code-tables/roofs", ROOFS).status()).isEqualTo(200);
        assertThat(csv(
                                people.with("If-Match", "*"),
                                BASE + "/code-tables/roofs/codes",
                                "code,title_zh,colour\nT,瓦,red\n")
                        .json()
                        .toString())
                .contains("no such column: colour");
    }

    @Test
    void bringsTextsIntoTheFormOfAnElement() {
        people.put(BASE + "/code-tables/roofs", ROOFS);
        Map<String, Object> element = Map.of(
                "title",
                Map.of("zh", "屋顶材料", "en", "Roof"),
                "type",
                "text",
                "length",
                2,
                "codes",
                "roofs",
                "standard",
                "text:case=upper");
        assertThat(people.put(BASE + "/elements/roof", element).status()).isEqualTo(200);
        assertThat(of("element:code=roof", "t1")).isEqualTo("T1");
        assertThat(of("element:code=roof", "金")).isEqualTo("!NO_SUCH_CODE");
        assertThat(people.with("If-Match", "*")
                        .delete(BASE + "/code-tables/roofs")
                        .json()
                        .toString())
                .contains("STANDARD_ITEM_IN_USE")
                .contains("roof");

        String faults = people.put(
                        BASE + "/elements/wrong",
                        Map.of(
                                "title",
                                Map.of("zh", "错", "en", "Wrong"),
                                "type",
                                "colour",
                                "length",
                                0,
                                "pattern",
                                "(",
                                "codes",
                                "nowhere",
                                "standard",
                                "mony"))
                .json()
                .toString();
        assertThat(faults)
                .contains("/type")
                .contains("/length")
                .contains("/pattern")
                .contains("nowhere")
                .contains("did you mean money");
    }

    @Test
    void readsElementsFromAFile() {
        String csv = "编号,中文名称,类型,长度,标准函数,个人信息\nroof,屋顶,text,5,text,是\n";
        assertThat(csv(people, BASE + "/elements/import", csv)
                        .json()
                        .at("/elements")
                        .asInt())
                .isEqualTo(1);
        assertThat(people.get(BASE + "/elements/roof").json().at("/personal").asBoolean())
                .isTrue();
        String wrong = csv(people, BASE + "/elements/import", "编号,中文名称,长度\nroof,屋顶,long\nX!,,1\n")
                .json()
                .toString();
        assertThat(wrong).contains("line 2/length").contains("line 3/id").contains("line 3/title");
    }

    @Test
    void takesTheShippedPack() throws IOException {
        Path folder = Path.of("..", "packs", "national-standards");
        PackFiles shipped = new PackFiles(Map.of(
                "pack.yaml", Files.readString(folder.resolve("pack.yaml")),
                "codes.yaml", Files.readString(folder.resolve("codes.yaml")),
                "elements.yaml", Files.readString(folder.resolve("elements.yaml"))));
        packs.apply(shipped, Viewer.system());
        assertThat(of("code:table=sex", "男")).isEqualTo("1");
        assertThat(of("code:table=province", "新疆")).isEqualTo("650000");
        assertThat(of("element:code=currency", "美金")).isEqualTo("USD");
        assertThat(of("element:code=mobile", "020-38356454")).isEqualTo("!KIND");
        assertThat(of("number", "未登记")).isEqualTo("~");
        assertThat(people.with("If-Match", "*")
                        .put(BASE + "/elements/sex", Map.of("title", Map.of("zh", "性", "en", "S")))
                        .json()
                        .toString())
                .contains("STANDARD_ITEM_FROM_PACK");
    }

    private static PeopleClient.Answer csv(PeopleClient people, String path, String text) {
        return people.with("Content-Type", "text/csv").postBytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String of(String call, String text) {
        return switch (standards.get(call).apply(text)) {
            case Standardised.Value value -> value.text();
            case Standardised.Blank blank -> "~";
            case Standardised.Problem problem -> "!" + problem.code();
        };
    }
}

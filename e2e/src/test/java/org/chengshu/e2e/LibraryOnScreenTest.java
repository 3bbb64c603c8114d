package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody decides whether two rows are one firm, sees where every value comes from, and takes the decision back. */
class LibraryOnScreenTest {
    private static final String FIRM = "上海东方大学城餐饮服务管理有限公司";
    private static final String REGISTRY = """
            number,name,code,address
            1,上海东方大学城餐饮服务管理有限公司,913101107416210823,上海市国年路275弄
            2,上海兰阳商务咨询有限公司,913101127345759975,上海市闵行区张虹路129号
            """;
    private static final String TAX = """
            number,name,code,address
            A,上海东方学城餐饮服务管理有限公司,,上海市国年路275弄
            B,上海兰阳商务咨询有限公司,913101127345759975,张虹路129号
            """;
    private static final String SOURCES = """
            library-sources:
              - id: registry
                library: legal-entity
                title: {zh: 登记, en: Registry}
                dataset: raw.registry
                priority: 1
                key: [number]
                fields: {name: name, credit_code: code, address: address}
              - id: tax
                library: legal-entity
                title: {zh: 税务, en: Tax}
                dataset: raw.tax
                priority: 2
                key: [number]
                fields: {name: name, credit_code: code, address: address}
            """;

    @TempDir
    Path data;

    @Test
    void aDoubtfulPairIsMergedAndPartedAgain() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            for (String pack : List.of("city-base", "national-standards", "base-libraries")) {
                node.applyPack(pack);
            }
            attachSources(node);
            Officer.hire(node, "administrator");
            Officer.signIn(node, screen);
            buildsTheLibrary(node, screen);
            decidesByKeyboard(screen);
            seesWhereEveryValueComesFrom(node, screen);
            partsThemAgain(node, screen);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void attachSources(NodeProcess node) {
        deliver(node, "raw.registry", "市场主体登记", REGISTRY);
        deliver(node, "raw.tax", "税务登记", TAX);
        String pack = "{id: firms, version: 1.0.0, title: {zh: 企业, en: Firms}, "
                + "description: {zh: 接上来源, en: Attaches sources}, requires: [base-libraries]}";
        node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", pack, "sources.yaml", SOURCES)));
    }

    private static void deliver(NodeProcess node, String id, String title, String rows) {
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        String upload = node.upload("/api/data/v1/uploads?name=rows.csv", () -> new ByteArrayInputStream(bytes))
                .path("id")
                .asString();
        List<String> columns =
                Arrays.asList(rows.lines().findFirst().orElseThrow().split(","));
        Map<String, Object> define = Map.of(
                "id", id,
                "title", Map.of("zh", title, "en", id),
                "fields", columns.stream().map(name -> Map.of("name", name)).toList());
        String load = node.post(
                        "/api/data/v1/loads",
                        Map.of(
                                "spec", Map.of("upload", upload),
                                "mapping",
                                        columns.stream()
                                                .map(name -> Map.of("field", name, "column", name))
                                                .toList(),
                                "define", define))
                .path("id")
                .asString();
        Until.within(Loop.SOON, "the rows of " + id, () -> node.get("/api/data/v1/loads/" + load)
                .path("state")
                .asString()
                .equals("promoted"));
    }

    private static void buildsTheLibrary(NodeProcess node, Screen screen) {
        Page page = screen.page();
        screen.go(node.people("/data/libraries/legal-entity").toString());
        screen.press("构建");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去判定"))
                .waitFor();
        Until.within(
                Loop.SOON,
                "the library to be built",
                () -> node.get("/api/data/v1/libraries/legal-entity")
                                .path("review")
                                .asInt()
                        == 1);
        screen.isAccessible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去判定"))
                .click();
        page.waitForURL("**/data/libraries/legal-entity/review");
    }

    private static void decidesByKeyboard(Screen screen) {
        Page page = screen.page();
        screen.see("相似度");
        assertThat(page.locator("mark").count()).isPositive();
        screen.isAccessible();
        page.keyboard().press("y");
        screen.see("没有待判的记录对");
        page.keyboard().press("u");
        screen.see("相似度");
        page.keyboard().press("y");
        screen.see("没有待判的记录对");
        screen.isAccessible();
    }

    private static void seesWhereEveryValueComesFrom(NodeProcess node, Screen screen) {
        Page page = screen.page();
        screen.go(node.people("/data/libraries/legal-entity").toString());
        page.getByPlaceholder(Pattern.compile("信用代码或记录号")).fill("东方大学城");
        page.keyboard().press("Enter");
        page.waitForURL("**/records?search=**");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(FIRM))
                .first()
                .click();
        screen.see("来源行");
        Locator origin = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("统一社会信用代码"))
                .locator("button");
        assertThat(origin.innerText()).contains("登记");
        origin.click();
        screen.see("913101107416210823");
        screen.see("是同一个");
        screen.isAccessible();
    }

    private static void partsThemAgain(NodeProcess node, Screen screen) {
        screen.press("移出这一行");
        screen.see("已移出；重建后仍然分开");
        screen.see("不是同一个");
        screen.see("分出另一条");
        assertThat(node.get("/api/data/v1/libraries/legal-entity")
                        .path("records")
                        .asInt())
                .isEqualTo(3);
        screen.isAccessible();
    }
}

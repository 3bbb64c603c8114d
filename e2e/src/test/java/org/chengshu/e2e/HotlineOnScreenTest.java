package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A call is taken by keyboard and joined to the case of a neighbour's; whoever called follows it without an account, and
 * reports something of his own.
 */
class HotlineOnScreenTest {
    private static final String PHONE = "13812341234";
    private static final String CITY = """
            areas:
              - {code: town, name: {zh: 河口市, en: Hekou}, kind: city}
              - code: bridge
                name: {zh: 桥头街道, en: Bridge street}
                kind: street
                parent: town
                boundary: {type: Polygon, coordinates: [[[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1], [121, 31]]]}
            """;

    @TempDir
    Path data;

    @Test
    void aCallJoinsACaseAndIsFollowedByTheCaller() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            node.applyPack("city-base");
            String pack = "{id: town, version: 1.0.0, title: {zh: 河口, en: Hekou}, "
                    + "description: {zh: 区域, en: Areas}, requires: [city-base]}";
            node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", pack, "city.yaml", CITY)));
            String neighbours = neighbourReports(node);
            Officer.hire(node, "administrator");
            Officer.signIn(node, screen);
            String ticket = takesTheCall(node, screen, neighbours);
            movesOn(node, neighbours);
            seesTheCallOnTheCase(node, screen, neighbours);
            followsIt(node, screen, ticket);
            reportsSomethingElse(node, screen);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static String neighbourReports(NodeProcess node) {
        return node.post(
                        "/api/cases/v1/reports",
                        Map.of(
                                "kind", "road-damage",
                                "description", "桥头路口有个大坑",
                                "area", "bridge",
                                "channel", "grid",
                                "attributes", Map.of("where", "carriageway")))
                .path("caseId")
                .asString();
    }

    /** By keyboard alone; answers number and code as they are read out. */
    private static String takesTheCall(NodeProcess node, Screen screen, String neighbours) {
        Page page = screen.page();
        screen.go(node.people("/cases/hotline").toString());
        screen.see("来电人");
        page.locator("[data-key='3'] button").waitFor();
        type(page, "Alt+Digit1", PHONE);
        screen.see("这个电话没有来电记录");
        type(page, "Alt+Digit2", "桥头路口的大坑，车子过不去");
        choose(page, "Alt+Digit3", "道路破损");
        choose(page, "Alt+Digit5", "桥头街道");
        screen.see("有没有人受伤或车辆受损");
        screen.see("相似度");
        screen.isAccessible();
        page.keyboard().press("Control+Enter");
        screen.see("在哪种路面：请填写");
        page.keyboard().press("Alt+Digit6");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Alt+KeyJ");
        screen.see("将并入已有案件");
        page.keyboard().press("Control+Enter");
        screen.see("已并入案件");
        screen.isAccessible();
        assertThat(node.get("/api/cases/v1/cases/" + neighbours).path("reports"))
                .hasSize(2);
        String ticket = page.locator(".receipt input").inputValue();
        page.keyboard().press("Alt+KeyN");
        type(page, "Alt+Digit1", PHONE);
        screen.see("来电记录（1 条）");
        return ticket;
    }

    private static void type(Page page, String field, String words) {
        page.keyboard().press(field);
        page.keyboard().type(words);
    }

    private static void choose(Page page, String field, String words) {
        page.keyboard().press(field);
        page.locator(".drop input:focus").waitFor();
        page.keyboard().type(words);
        page.keyboard().press("Enter");
    }

    private static void movesOn(NodeProcess node, String id) {
        for (Map<String, String> deed : List.of(
                Map.of("action", "accept"),
                Map.of("action", "file"),
                Map.of("action", "dispatch", "department", "urban-management"))) {
            node.post("/api/cases/v1/cases/" + id + "/actions", deed);
        }
    }

    private static void seesTheCallOnTheCase(NodeProcess node, Screen screen, String id) {
        screen.go(node.people("/cases/" + id).toString());
        screen.see("上报（2 条）");
        screen.press("查看联系方式");
        screen.see(PHONE);
        screen.see("可能重复的案件");
        screen.isAccessible();
        assertThat(node.get("/api/core/v1/audit?event=report.contact-seen").path("items"))
                .hasSize(1);
    }

    private static void followsIt(NodeProcess node, Screen screen, String ticket) {
        Page page = screen.page();
        page.context().clearCookies();
        page.setViewportSize(390, 844);
        screen.go(node.people("/resident/").toString());
        screen.see("查询进度");
        screen.isAccessible();
        page.getByText("查询进度").first().click();
        page.getByLabel("编号").fill(ticket.split(" ")[0]);
        page.getByLabel("查询码").fill("WRONGONE");
        screen.press("查询");
        screen.see("没有找到");
        page.getByLabel("查询码").fill(ticket.split(" ")[1]);
        screen.press("查询");
        screen.see("部门正在处理");
        screen.isAccessible();
    }

    private static void reportsSomethingElse(NodeProcess node, Screen screen) {
        Page page = screen.page();
        screen.go(node.people("/resident/report").toString());
        page.getByLabel("街面不洁").check();
        screen.press("提交");
        screen.see("请说明情况");
        screen.isAccessible();
        page.getByLabel("具体情况").fill("河边有一堆垃圾");
        page.getByLabel("地址").fill("桥头路 7 号对面");
        screen.press("提交");
        screen.see("已受理您的上报");
        screen.isAccessible();
        JsonNode newest = node.get("/api/cases/v1/reports?channel=resident").at("/items/0");
        assertThat(newest.path("description").asString()).isEqualTo("河边有一堆垃圾");
        assertThat(newest.path("anonymous").asBoolean()).isTrue();
    }
}

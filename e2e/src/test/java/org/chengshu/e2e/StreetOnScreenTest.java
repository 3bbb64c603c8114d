package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A handler takes a case on his telephone, works on it in a tunnel, and when he comes out the city has all of it, once. */
class StreetOnScreenTest {
    private static final String CITY = """
            areas:
              - {code: town, name: {zh: 河口市, en: Hekou}, kind: city}
              - code: bridge
                name: {zh: 桥头街道, en: Bridge street}
                kind: street
                parent: town
                boundary: {type: Polygon, coordinates: [[[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1], [121, 31]]]}
            """;
    private static final String PASSWORD = "a-long-enough-password";

    @TempDir
    Path data;

    @Test
    void whatIsDoneInATunnelArrivesOnce() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(390, 844)) {
            node.applyPack("city-base");
            String pack = "{id: town, version: 1.0.0, title: {zh: 河口, en: Hekou}, "
                    + "description: {zh: 区域, en: Areas}, requires: [city-base]}";
            node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", pack, "city.yaml", CITY)));
            hire(node, "street", "department-handler");
            String hole = dispatched(node, "桥头路口有个大坑");
            String other = dispatched(node, "井盖松动");
            signIn(node, screen);
            takes(node, screen, hole);
            worksInTheTunnel(node, screen, hole, other);
            comesOut(node, screen, hole);
            decidesWhatWasOvertaken(node, screen, other);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void hire(NodeProcess node, String name, String role) {
        node.post(
                "/api/core/v1/accounts",
                Map.of(
                        "name",
                        name,
                        "displayName",
                        "王师傅",
                        "password",
                        PASSWORD,
                        "roles",
                        List.of(role),
                        "organisation",
                        "urban-management"));
    }

    private static String dispatched(NodeProcess node, String words) {
        String id = node.post(
                        "/api/cases/v1/reports",
                        Map.of(
                                "kind",
                                "road-damage",
                                "description",
                                words,
                                "channel",
                                "grid",
                                "position",
                                List.of(121.05, 31.05),
                                "attributes",
                                Map.of("where", "carriageway")))
                .path("caseId")
                .asString();
        for (Map<String, String> deed : List.of(
                Map.of("action", "accept"),
                Map.of("action", "file"),
                Map.of("action", "dispatch", "department", "urban-management"))) {
            node.post("/api/cases/v1/cases/" + id + "/actions", deed);
        }
        return id;
    }

    private static void signIn(NodeProcess node, Screen screen) {
        Page page = screen.page();
        screen.go(node.people("/field/").toString());
        screen.see("账号");
        screen.isAccessible();
        page.getByLabel("账号").fill("street");
        page.getByLabel("密码").fill(PASSWORD);
        screen.press("登录");
        screen.see("我的任务");
        screen.see("还没人接办");
        screen.isAccessible();
    }

    private static void takes(NodeProcess node, Screen screen, String id) {
        open(screen, id);
        screen.see("桥头路口有个大坑");
        screen.isAccessible();
        screen.press("开始处置");
        Until.within(Duration.ofSeconds(20), "the case to be taken", () -> node.get("/api/cases/v1/cases/" + id)
                .path("handler")
                .asString("")
                .equals("王师傅"));
        screen.page().getByText("处置完成").first().waitFor();
        screen.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    }

    private static void open(Screen screen, String id) {
        screen.page().locator("nav a[href='/field/']").click();
        screen.page().locator("a[href='/field/cases/" + id + "']").click();
    }

    private static void worksInTheTunnel(NodeProcess node, Screen screen, String hole, String other)
            throws IOException {
        Page page = screen.page();
        // What the list needs has been read ahead by now.
        open(screen, other);
        screen.see("井盖松动");
        page.context().setOffline(true);
        page.reload();
        screen.see("现在没有网络");
        screen.press("开始处置");
        screen.see("等待发送");
        open(screen, hole);
        screen.press("写说明");
        page.getByLabel("写说明").fill("坑深约二十厘米");
        screen.press("确定");
        page.locator("input[type=file]").nth(1).setInputFiles(picture());
        screen.see("照片已保存在本机");
        screen.press("处置完成");
        page.getByLabel("处置完成").fill("已填平");
        screen.press("确定");
        screen.see("已填平");
        page.reload();
        screen.see("已填平");
        screen.isAccessible();
        assertThat(node.get("/api/cases/v1/cases/" + hole).path("stage").asString())
                .isEqualTo("handle");
    }

    private static FilePayload picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return new FilePayload("after.jpg", "image/jpeg", out.toByteArray());
    }

    private static void comesOut(NodeProcess node, Screen screen, String id) {
        String path = "/api/cases/v1/cases/" + id;
        takenMeanwhile(node);
        screen.page().context().setOffline(false);
        Until.within(
                Duration.ofSeconds(40),
                "the case to be verified",
                () -> node.get(path).path("stage").asString().equals("verify"));
        JsonNode seen = node.get(path);
        List<String> deeds = seen.path("timeline")
                .valueStream()
                .map(step -> step.path("action").asString())
                .toList();
        assertThat(deeds)
                .containsSubsequence("take", "note", "photo", "handled")
                .doesNotHaveDuplicates();
        assertThat(seen.path("timeline").findValuesAsString("note")).contains("坑深约二十厘米", "已填平");
        assertThat(node.get(path + "/photos").path("items")).hasSize(1);
        assertThat(node.get(path + "/photos").at("/items/0/moment").asString()).isEqualTo("after");
    }

    /** The office sends away, and out again, what he has taken in the tunnel. */
    private static void takenMeanwhile(NodeProcess node) {
        String cases = "/api/cases/v1/cases?stage=handle";
        node.get(cases).path("items").forEach(one -> {
            if (one.path("handler").asString("").isEmpty()) {
                node.post(
                        "/api/cases/v1/cases/" + one.path("id").asString() + "/actions",
                        Map.of("action", "return", "note", "重派"));
                node.post(
                        "/api/cases/v1/cases/" + one.path("id").asString() + "/actions",
                        Map.of("action", "dispatch", "department", "urban-management"));
            }
        });
    }

    private static void decidesWhatWasOvertaken(NodeProcess node, Screen screen, String id) {
        screen.page().locator("nav a[href='/field/queue']").click();
        screen.see("您离线期间，这个案件有了变化");
        screen.isAccessible();
        screen.press("仍然提交");
        screen.see("没有待发送的");
        assertThat(node.get("/api/cases/v1/cases/" + id).path("handler").asString())
                .isEqualTo("王师傅");
    }
}

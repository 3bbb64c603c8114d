package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengshu.bench.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An officer at the desk: is told of an alarm, finds a case by its number, sees what a pack would change, moves a street. */
class DeskOnScreenTest {
    @TempDir
    Path data;

    @Test
    void anOfficerIsToldFindsACaseAppliesAPackAndMovesAStreet() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            Loop loop = Loop.on(node);
            Officer.hire(node, "administrator", "duty-officer");
            Officer.signIn(node, screen);
            node.asDevice(loop.tokenOf("probe-1"), Loop.dust(Instant.now(), 420));
            isToldOfTheAlarm(screen);
            findsTheCaseByItsNumber(screen, loop.awaitCase("handle"));
            seesWhatAPackWouldChangeAndAppliesIt(node, screen);
            movesAStreet(node, screen);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void isToldOfTheAlarm(Screen screen) {
        Page page = screen.page();
        Locator bell = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("[1-9]\\d* 条未读通知")));
        bell.waitFor();
        bell.click();
        Locator told = page.getByLabel("我的通知").getByText("扬尘超标").first();
        told.waitFor();
        screen.isAccessible();
        told.click();
        page.waitForURL("**/alarms/**");
        screen.see("dust > 300");
        screen.go(page.url().replaceFirst("/alarms/.*", "/inbox"));
        screen.see("今天");
        screen.isAccessible();
    }

    private static void findsTheCaseByItsNumber(Screen screen, JsonNode found) {
        String number = found.path("number").asString();
        Page page = screen.page();
        page.keyboard().press("Control+K");
        page.locator("dialog[open] input[role=combobox]").fill(number);
        Locator hit = page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(number));
        hit.first().waitFor();
        screen.isAccessible();
        hit.first().click();
        page.waitForURL("**/cases/" + found.path("id").asString());
        screen.see(number);
    }

    private static void seesWhatAPackWouldChangeAndAppliesIt(NodeProcess node, Screen screen) throws IOException {
        Page page = screen.page();
        screen.go(node.people("/manage/pack-bring").toString());
        page.locator("input[data-choose=zip]").setInputFiles(new FilePayload("loop.zip", "application/zip", sterner()));
        screen.see("将更新");
        screen.see("扬尘超标");
        screen.isAccessible();
        screen.press("应用这些改动");
        page.waitForURL("**/manage/packs/loop");
        screen.see("版本 1.0.1");
        screen.see("更新 1.0.1");
        screen.isAccessible();
    }

    /** The loop's pack with a red alarm instead of an orange one. */
    private static byte[] sterner() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String file : new String[] {"pack.yaml", "loop.yaml"}) {
                zip.putNextEntry(new ZipEntry("loop/" + file));
                zip.write(text(file)
                        .replace("version: 1.0.0", "version: 1.0.1")
                        .replace("severity: 3", "severity: 4")
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = DeskOnScreenTest.class.getResourceAsStream("/loop-pack/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void movesAStreet(NodeProcess node, Screen screen) {
        area(node, "7001", "河东区", "district", Map.of());
        area(node, "7002", "河西区", "district", Map.of());
        area(node, "700101", "柳荫街道", "street", Map.of("parent", "7001"));
        Page page = screen.page();
        screen.go(node.people("/manage/areas/700101").toString());
        screen.press("移动");
        page.getByLabel("新的上级", new Page.GetByLabelOptions().setExact(true)).selectOption("7002");
        screen.see("“柳荫街道”从“河东区”移到“河西区”");
        page.getByLabel("原因").fill("区划调整");
        screen.isAccessible();
        page.locator("form button[type=submit]").click();
        screen.see("原因：区划调整");
        assertThat(node.get("/api/core/v1/areas/700101").path("parent").asString())
                .isEqualTo("7002");
        screen.isAccessible();
    }

    private static void area(NodeProcess node, String code, String name, String kind, Map<String, String> more) {
        Map<String, Object> body = new java.util.TreeMap<>(more);
        body.put("code", code);
        body.put("name", Map.of("zh", name, "en", "Area " + code));
        body.put("kind", kind);
        node.post("/api/core/v1/areas", body);
    }
}

package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer walks the loop in the browser: sees the alarm, handles the case, watches the sensor close it, walks the chain. */
class LoopOnScreenTest {
    @TempDir
    Path data;

    @Test
    void anOfficerWalksTheLoopFromTheAlarmToTheIndicator() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            Loop loop = Loop.on(node);
            Officer.hire(node, "administrator");
            try (MqttDevice probe = MqttDevice.connect(node.mqttPort(), loop.tokenOf("probe-1"))) {
                Officer.signIn(node, screen);
                screen.isAccessible();
                publish(probe, 420);
                acknowledgeTheAlarm(node, screen);
                handleTheCase(node, screen, loop.awaitCase("handle").path("id").asString());
                letTheSensorProveIt(screen, probe);
                walkTheChain(screen);
                readItInEnglish(screen);
            }
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void acknowledgeTheAlarm(NodeProcess node, Screen screen) {
        screen.go(node.people("/alarms").toString());
        screen.see("扬尘超标");
        screen.page().getByText("扬尘超标").first().click();
        screen.see("dust > 300");
        screen.press("确认告警");
        screen.see("已由 林警官 确认");
        screen.isAccessible();
    }

    private static void handleTheCase(NodeProcess node, Screen screen, String id) {
        screen.go(node.people("/cases/" + id).toString());
        act(screen, "接办", "已前往现场");
        act(screen, "处置完成", "已喷淋并覆盖");
        screen.isAccessible();
    }

    private static void act(Screen screen, String action, String note) {
        screen.press(action);
        Page page = screen.page();
        page.locator("#case-note").fill(note);
        page.locator("form button[type=submit]").last().click();
        page.getByText(note).first().waitFor();
    }

    private static void letTheSensorProveIt(Screen screen, MqttDevice probe) {
        Locator closed = screen.page().getByText("传感器核实通过").first();
        Until.within(Loop.SOON, "the closure to show by itself", () -> {
            publish(probe, 80);
            return closed.isVisible();
        });
    }

    private static void walkTheChain(Screen screen) {
        Locator chain = screen.page().getByLabel("从读数到指标的链条").first();
        Until.within(Loop.SOON, "the indicator to count the closure", () -> {
            screen.page().reload();
            chain.waitFor();
            return chain.getByText("指标").first().isVisible();
        });
        for (String link : List.of("读数序列", "告警", "案件", "证据", "结案", "指标")) {
            chain.getByText(link).first().waitFor();
        }
        chain.getByRole(AriaRole.LINK).first().click();
        screen.page().waitForURL("**/devices/probe-1**");
        screen.page().locator("canvas").first().waitFor();
        screen.isAccessible();
    }

    private static void readItInEnglish(Screen screen) {
        screen.press("English");
        screen.see("Devices");
        screen.isAccessible();
    }

    private static void publish(MqttDevice probe, double value) throws Exception {
        probe.publish(Loop.dust(Instant.now(), value)).get(10, TimeUnit.SECONDS);
    }
}

package org.chengshu.app.cli;

import java.util.List;
import org.chengshu.app.city.CityCard.Step;
import org.chengshu.kernel.Text;

/** What a newcomer to the demonstration is told to click first. */
final class DemoTour {
    private DemoTour() {}

    static List<Step> steps() {
        return List.of(
                step("看总览：地图上的设备、告警和数字都是此刻的", "See the overview: devices, alarms and numbers as they are now", "/"),
                step("打开一条告警，看它为什么发生", "Open an alarm and see why it was raised", "/alarms"),
                step(
                        "打开一个已结案的案件，沿链条走：读数、告警、案件、证据、结案、指标",
                        "Open a closed case and walk its chain: reading, alarm, case, evidence, closure, indicator",
                        "/cases?stage=close"),
                step("受理并派遣一个群众上报的案件", "Accept and dispatch a case that people reported", "/cases?stage=accept"),
                step("看一台设备的曲线和被拒收的数据", "See a device's chart and what was rejected from it", "/devices"),
                step("看各区的空气质量指数", "See the air quality index of each district", "/indicators/aqi-day"));
    }

    private static Step step(String zh, String en, String page) {
        return new Step(Text.of(zh, en), page);
    }
}

package org.chengshu.sense.link;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class LinkSettings implements SettingSource {
    static final Setting<Duration> KEEP = Setting.named("sense.links-keep")
            .since("0.2")
            .summary("设备上下线记录保留多久（每台设备最多 200 条）", "How long connections of devices are kept (200 a device at most)")
            .duration(Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(3650));
    static final Setting<Integer> FLAPPING_CONNECTS = Setting.named("sense.flapping-connects")
            .since("0.2")
            .summary(
                    "设备在 sense.flapping-window 内上线超过此次数即告警（频繁上下线）；0 为不判断",
                    "A device that connects more often than this within sense.flapping-window is flapping, which is an"
                            + " alarm; 0 never")
            .number(10, 0, 1_000);
    static final Setting<Duration> FLAPPING_WINDOW = Setting.named("sense.flapping-window")
            .since("0.2")
            .summary("判断频繁上下线的时间窗；其间至多上线一次即恢复", "Window of flapping; it is over after as long with one connect at most")
            .duration(Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofDays(1));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP, FLAPPING_CONNECTS, FLAPPING_WINDOW);
    }
}

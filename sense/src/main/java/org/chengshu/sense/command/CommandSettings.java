package org.chengshu.sense.command;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class CommandSettings implements SettingSource {
    static final Setting<Duration> KEEP = Setting.named("sense.commands-keep")
            .since("0.2")
            .summary("已结束的设备命令保留多久", "How long commands that are over are kept")
            .duration(Duration.ofDays(365), Duration.ofDays(1), Duration.ofDays(3650));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP);
    }
}

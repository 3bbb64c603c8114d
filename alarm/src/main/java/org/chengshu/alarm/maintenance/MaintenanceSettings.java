package org.chengshu.alarm.maintenance;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class MaintenanceSettings implements SettingSource {
    static final Setting<Duration> LONGEST = Setting.named("alarm.longest-maintenance")
            .since("0.2")
            .summary(
                    "一次计划维护窗口最长多久（每周窗口不限）", "How long a planned maintenance window may be; weekly ones are not limited")
            .duration(Duration.ofDays(31), Duration.ofHours(1), Duration.ofDays(366));

    @Override
    public List<Setting<?>> settings() {
        return List.of(LONGEST);
    }
}

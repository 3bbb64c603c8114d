package org.chengshu.alarm.suppression;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class SuppressionSettings implements SettingSource {
    static final Setting<Duration> PARENT_GRACE = Setting.named("alarm.parent-grace")
            .since("0.2")
            .summary(
                    "上级恢复后等多久下级告警才重新计入；上级告警前这段时间内的下级告警也归于它",
                    "How long after its parent is well an alarm counts again; alarms of children this long before the parent's are put under it too")
            .duration(Duration.ofMinutes(2), Duration.ZERO, Duration.ofHours(1));

    @Override
    public List<Setting<?>> settings() {
        return List.of(PARENT_GRACE);
    }
}

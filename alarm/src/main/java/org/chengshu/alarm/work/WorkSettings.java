package org.chengshu.alarm.work;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class WorkSettings implements SettingSource {
    static final Setting<Duration> LONGEST_SHELVING = Setting.named("alarm.longest-shelving")
            .since("0.2")
            .summary("告警最长可搁置多久", "How long an alarm may be shelved at most")
            .duration(Duration.ofHours(24), Duration.ofMinutes(5), Duration.ofDays(30));

    @Override
    public List<Setting<?>> settings() {
        return List.of(LONGEST_SHELVING);
    }
}

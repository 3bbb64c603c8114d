package org.chengshu.alarm.storm;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class StormSettings implements SettingSource {
    private static final int MOST = 100_000;

    static final Setting<Integer> OF_RULE = Setting.named("alarm.storm-of-rule")
            .since("0.2")
            .summary(
                    "同一规则的告警超过此数即合并为告警风暴；0 为不合并",
                    "More alarms of one rule than this are folded into a storm; 0 folds none")
            .unit("alarms")
            .number(50, 0, MOST);
    static final Setting<Integer> OF_AREA = Setting.named("alarm.storm-of-area")
            .since("0.2")
            .summary(
                    "同一区域的告警超过此数即合并为告警风暴；0 为不合并",
                    "More alarms in one area than this are folded into a storm; 0 folds none")
            .unit("alarms")
            .number(100, 0, MOST);
    static final Setting<Duration> WITHIN = Setting.named("alarm.storm-within")
            .since("0.2")
            .summary("在多长时间内计数", "Within which time they are counted")
            .duration(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofHours(1));
    static final Setting<Duration> QUIET = Setting.named("alarm.storm-quiet")
            .since("0.2")
            .summary("多久没有新告警后风暴结束", "A storm is over after this time without a new alarm")
            .duration(Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofHours(6));

    @Override
    public List<Setting<?>> settings() {
        return List.of(OF_RULE, OF_AREA, WITHIN, QUIET);
    }
}

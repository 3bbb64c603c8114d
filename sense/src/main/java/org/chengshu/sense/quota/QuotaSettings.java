package org.chengshu.sense.quota;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class QuotaSettings implements SettingSource {
    private static final double MOST = 1e12;

    static final Setting<Double> MESSAGES = Setting.named("sense.device-messages")
            .since("0.2")
            .summary(
                    "一台设备每秒最多上报的消息数，产品未另行规定时适用；0 为不限",
                    "Messages that one device may send in a second unless its product says otherwise; 0 is no limit")
            .decimal(0, 0, MOST);
    static final Setting<Double> VALUES = Setting.named("sense.device-values")
            .since("0.2")
            .summary(
                    "一台设备每秒最多上报的取值数，产品未另行规定时适用；0 为不限",
                    "Values that one device may send in a second unless its product says otherwise; 0 is no limit")
            .decimal(0, 0, MOST);
    static final Setting<Double> BYTES = Setting.named("sense.device-bytes")
            .since("0.2")
            .summary(
                    "一台设备每秒最多上报的字节数，产品未另行规定时适用；0 为不限",
                    "Bytes that one device may send in a second unless its product says otherwise; 0 is no limit")
            .decimal(0, 0, MOST);

    @Override
    public List<Setting<?>> settings() {
        return List.of(MESSAGES, VALUES, BYTES);
    }
}

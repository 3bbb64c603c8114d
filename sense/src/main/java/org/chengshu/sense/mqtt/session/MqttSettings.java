package org.chengshu.sense.mqtt.session;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
public final class MqttSettings implements SettingSource {
    static final Setting<Duration> SESSION_EXPIRY = Setting.named("mqtt.session-expiry")
            .since("0.2")
            .summary("MQTT 会话断开后最多保留多久，设备要求更久的按此截短", "Longest time that an MQTT session outlives its connection")
            .duration(Duration.ofDays(7), Duration.ofSeconds(1), Duration.ofDays(365));
    public static final Setting<Integer> RECEIVE_MAXIMUM = Setting.named("mqtt.receive-maximum")
            .since("0.2")
            .summary(
                    "MQTT 5 客户端最多可有多少条 QoS 1、2 消息未获确认",
                    "Messages of QoS 1 and 2 that an MQTT 5 client may have unacknowledged")
            .number(1_000, 1, 65_535);

    @Override
    public List<Setting<?>> settings() {
        return List.of(SESSION_EXPIRY, RECEIVE_MAXIMUM);
    }
}

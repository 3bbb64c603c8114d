package org.chengshu.data.feed.net;

import java.util.Arrays;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component("sourceReachSettings")
final class ReachSettings implements SettingSource {
    static final Setting<List<Network>> ALLOWED = Setting.named("data.allowed-networks")
            .since("0.1")
            .summary(
                    "数据源可以位于哪些内网网段，逗号分隔；公网地址总是允许",
                    "Private networks that sources may lie in, joined by commas; public addresses always may")
            .value(
                    "",
                    Text.of(
                            "逗号分隔的网段，如 10.20.0.0/16,192.168.1.5",
                            "ranges joined by commas, such as 10.20.0.0/16,192.168.1.5"),
                    ReachSettings::networks);

    private static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Network::of)
                .toList();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ALLOWED);
    }
}

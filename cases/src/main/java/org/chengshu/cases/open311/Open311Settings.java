package org.chengshu.cases.open311;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class Open311Settings implements SettingSource {
    static final Setting<Boolean> WITHOUT_KEY = Setting.named("open311.without-key")
            .since("0.3")
            .summary("不带 api_key 也可经 Open311 上报", "Whether reports by Open311 are taken without an api_key")
            .flag(false);
    static final Setting<Integer> PER_MINUTE = Setting.named("open311.reports-per-minute")
            .since("0.3")
            .summary("每个来源每分钟最多几条 Open311 上报", "How many reports a minute one origin may send by Open311")
            .number(30, 1, 100_000);
    static final Setting<Optional<String>> JURISDICTION = Setting.named("open311.jurisdiction")
            .since("0.3")
            .summary("本市的 jurisdiction_id，如 yunchuan.gov.cn", "The city's jurisdiction_id, such as yunchuan.gov.cn")
            .optionalText();
    static final Setting<Optional<String>> CONTACT = Setting.named("open311.contact")
            .since("0.3")
            .summary("Open311 接口的联系方式和 api_key 申请办法", "Whom users of Open311 ask, also for an api_key")
            .optionalText();

    @Override
    public List<Setting<?>> settings() {
        return List.of(WITHOUT_KEY, PER_MINUTE, JURISDICTION, CONTACT);
    }
}

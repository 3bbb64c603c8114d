package org.chengshu.cases.dispatch;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class DispatchSettings implements SettingSource {
    static final Setting<Integer> WANDERINGS = Setting.named("cases.returns-before-supervision")
            .since("0.3")
            .summary(
                    "案件退回或移送几次仍无主办即自动督办",
                    "After how many returns or transfers without a lead a case is supervised by itself")
            .number(3, 1, 100);
    static final Setting<Integer> ANSWER_HOURS = Setting.named("cases.supervision-answer-hours")
            .since("0.3")
            .summary("自动督办要求几小时内答复", "Within how many hours supervision by itself demands an answer")
            .number(24, 1, 24 * 90);
    static final Setting<Integer> URGE_MINUTES = Setting.named("cases.urge-every-minutes")
            .since("0.3")
            .summary("指挥中心对同一案件两次催办至少隔几分钟", "How many minutes lie between two urges of a case by the command centre")
            .number(30, 1, 24 * 60);
    static final Setting<Integer> REPORTER_URGE_HOURS = Setting.named("cases.reporter-urge-every-hours")
            .since("0.3")
            .summary("上报人对同一案件两次催办至少隔几小时", "How many hours lie between two urges of a case by whoever reported it")
            .number(24, 1, 24 * 30);

    @Override
    public List<Setting<?>> settings() {
        return List.of(WANDERINGS, ANSWER_HOURS, URGE_MINUTES, REPORTER_URGE_HOURS);
    }
}

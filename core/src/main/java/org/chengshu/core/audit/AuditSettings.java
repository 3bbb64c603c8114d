package org.chengshu.core.audit;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;

/** The settings of the audit. */
public final class AuditSettings {
    public static final Setting<AuditAlgorithm> ALGORITHM = Setting.named("audit.algorithm")
            .since("0.2")
            .summary(
                    "审计链的杂凑算法；可以改变，每一环记录自己的算法",
                    "How the audit's chain is hashed; it may change, each link says which it used")
            .choice(AuditAlgorithm.SM3);

    public static final Setting<Duration> HEAD_EVERY = Setting.named("audit.head-every")
            .since("0.2")
            .summary(
                    "每隔多久把链头写入节点日志和数据目录的 audit-heads.log",
                    "How often the head of the chain is written to the node's log and to audit-heads.log in the data folder")
            .duration(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(1));

    private AuditSettings() {}

    public static List<Setting<?>> all() {
        return List.of(ALGORITHM, HEAD_EVERY);
    }
}

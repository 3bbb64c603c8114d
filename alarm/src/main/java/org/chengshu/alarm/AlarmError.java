package org.chengshu.alarm;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which the alarm centre refuses. */
public enum AlarmError implements ErrorCode {
    ALARM_UNKNOWN(404, Text.of("没有这条告警", "There is no such alarm")),
    ALARM_ALREADY_ACKNOWLEDGED(409, Text.of("告警已被确认", "The alarm is already acknowledged")),
    ALARM_ALREADY_CLEARED(409, Text.of("告警已解除", "The alarm is already cleared")),
    ALARM_NOT_SHELVED(409, Text.of("告警未被搁置", "The alarm is not shelved")),
    ALARM_NOT_ACKNOWLEDGED(409, Text.of("告警未被确认", "The alarm is not acknowledged")),
    ALARM_INPUT_WRONG(400, Text.of("告警处理内容有误", "What was to be done with the alarm is wrong")),
    MAINTENANCE_UNKNOWN(404, Text.of("没有这个维护窗口", "There is no such maintenance window")),
    MAINTENANCE_OVER(409, Text.of("维护窗口已结束", "The maintenance window is over")),
    DEPENDENCY_UNKNOWN(404, Text.of("没有这条依赖关系", "There is no such dependency")),
    DEPENDENCY_WRONG(400, Text.of("依赖关系有误", "The dependency is wrong")),
    STORM_UNKNOWN(404, Text.of("没有这次告警风暴", "There is no such alarm storm")),
    ALARM_FILTER_WRONG(400, Text.of("告警筛选条件有误", "The alarm filter is wrong"));

    private final int status;
    private final Text title;

    AlarmError(int status, Text title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}

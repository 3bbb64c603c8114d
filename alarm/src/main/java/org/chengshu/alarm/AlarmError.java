package org.chengshu.alarm;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which the alarm centre refuses. */
public enum AlarmError implements ErrorCode {
    ALARM_UNKNOWN(404, Text.of("没有这条告警", "There is no such alarm")),
    ALARM_ALREADY_ACKNOWLEDGED(409, Text.of("告警已被确认", "The alarm is already acknowledged")),
    ALARM_ALREADY_CLEARED(409, Text.of("告警已解除", "The alarm is already cleared")),
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

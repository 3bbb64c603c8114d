package org.chengshu.indicator;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which asking for indicators is refused. */
public enum IndicatorError implements ErrorCode {
    INDICATOR_NOT_FOUND(404, "没有这个指标", "There is no such indicator"),
    INDICATOR_FAULTY(422, "指标定义有误", "The indicator's definition is faulty"),
    INDICATOR_SENSITIVE(403, "没有读取敏感指标的权限", "You lack the right to read sensitive indicators"),
    PERIOD_FAULTY(400, "时间范围有误", "The range of time is faulty");

    private final int status;
    private final Text title;

    IndicatorError(int status, String zh, String en) {
        this.status = status;
        this.title = Text.of(zh, en);
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

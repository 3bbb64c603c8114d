package org.chengshu.data;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which reading datasets is refused. */
public enum DataError implements ErrorCode {
    DATASET_NOT_FOUND(404, "没有这个数据资源", "There is no such dataset"),
    FIELD_UNKNOWN(400, "数据资源没有这个数据项", "The dataset has no such field"),
    FIELD_SENSITIVE(403, "没有读取敏感数据项的权限", "You lack the right to read sensitive fields"),
    QUERY_FAULTY(400, "查询有误", "The query is faulty");

    private final int status;
    private final Text title;

    DataError(int status, String zh, String en) {
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

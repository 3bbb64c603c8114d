package org.chengshu.data;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which reading and keeping datasets is refused. */
public enum DataError implements ErrorCode {
    DATASET_NOT_FOUND(404, "没有这个数据资源", "There is no such dataset"),
    FIELD_UNKNOWN(400, "数据资源没有这个数据项", "The dataset has no such field"),
    FIELD_SENSITIVE(403, "没有读取敏感数据项的权限", "You lack the right to read sensitive fields"),
    QUERY_FAULTY(400, "查询有误", "The query is faulty"),

    DEFINITION_FAULTY(400, "数据资源的定义有误", "The definition of the dataset is faulty"),
    DATASET_EXISTS(409, "已有同名的数据资源", "There is a dataset of this name already"),
    DATASET_IN_USE(409, "数据资源正在写入或内有数据，不能这样改", "The dataset holds or receives rows, so this cannot be changed"),
    REVISION_CLOSED(409, "这一版数据已经结束，不能再写", "This revision of the rows has ended and takes no more"),

    LOAD_NOT_FOUND(404, "没有这次入库", "There is no such load"),
    LOAD_FAULTY(400, "入库的设置有误", "What was asked of the load is faulty"),
    LOAD_ENDED(409, "入库已经结束", "The load has ended"),
    LOAD_OUTDATED(409, "之后的入库已经取代了它", "A later load has taken its place"),
    LOAD_FAILED(422, "入库失败", "The load failed");

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

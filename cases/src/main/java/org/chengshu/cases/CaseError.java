package org.chengshu.cases;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which cases are refused. */
public enum CaseError implements ErrorCode {
    CASE_UNKNOWN(404, "没有这个案件", "There is no such case"),
    CASE_KIND_UNKNOWN(400, "没有这种案件类型", "There is no such kind of case"),
    CASE_PLACE_UNKNOWN(400, "无法确定案件所在区域", "The place of the case is not in the city"),
    CASE_REPORT_WRONG(400, "上报内容有误", "The report is faulty"),
    CASE_FILTER_WRONG(400, "案件筛选条件有误", "The case filter is wrong"),
    CASE_ACTION_UNKNOWN(400, "没有这种操作", "There is no such action"),
    CASE_ACTION_NOT_NOW(409, "案件当前阶段不能执行此操作", "The action is not possible in this stage"),
    CASE_ALREADY_CLOSED(409, "案件已结案", "The case is already closed"),
    CASE_VERIFIED_BY_SENSOR(409, "该案件由传感器核查结案", "The sensor closes this case, not an officer"),
    CASE_VERIFIED_BY_RUN(409, "该案件由质量检查通过后结案", "A quality run that passes closes this case, not an officer"),
    CASE_NOT_YOURS(403, "案件不属于您的部门", "The case belongs to another department"),
    CASE_DEPARTMENT_WRONG(400, "主办部门有误", "The department is missing or unknown"),
    CASE_REASON_MISSING(400, "请填写理由", "A reason is needed"),
    CASE_HISTORY_UNKNOWN(404, "没有这份历史案件", "There is no such history of cases"),
    CASE_HISTORY_WRONG(400, "历史案件的字段对照有误", "The history's fields are faulty");

    private final int status;
    private final Text title;

    CaseError(int status, String zh, String en) {
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

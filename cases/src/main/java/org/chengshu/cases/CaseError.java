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
    CASE_VERIFIED_BY_CHECK(409, "该案件由网格员核查或回访通过后结案", "A grid worker or a call-back closes this case, not an officer"),
    CASE_CHECK_OPEN(409, "案件还有未完成的核查", "A check of the case is not done yet"),
    CHECK_UNKNOWN(404, "没有这项核查任务", "There is no such check"),
    CHECK_WRONG(400, "核查结果有误", "The answer to the check is faulty"),
    CHECK_ENDED(409, "核查任务已结束", "The check has ended"),
    CHECK_TAKEN(409, "核查任务已由他人领取", "Somebody else has taken the check"),
    EVALUATION_UNKNOWN(404, "没有这个评价或评价方案", "There is no such evaluation or scheme"),
    EVALUATION_WRONG(400, "评价的时段有误", "The range to evaluate is wrong"),
    APPEAL_UNKNOWN(404, "没有这项申诉", "There is no such appeal"),
    APPEAL_WRONG(409, "不能这样申诉或裁定", "The appeal is not possible like this"),
    CASE_CATEGORY_WRONG(400, "案件分类有误", "The category is unknown"),
    CASE_KIND_FIXED(409, "案件类型现在不能更改", "The kind of the case cannot be changed"),
    CASE_BATCH_WRONG(400, "批量操作有误", "The order for many cases is faulty"),
    CASE_HANDLER_WRONG(400, "不能交由此人处置", "The case cannot be given to this person"),
    CASE_CHECKLIST_OPEN(409, "检查清单还有必做的未完成", "Required things of the checklist are open"),
    CASE_CHECKLIST_WRONG(400, "检查清单没有这一项", "The checklist has no such thing"),
    CASE_PART_UNKNOWN(404, "没有这项子任务", "There is no such sub-task"),
    CASE_PART_WRONG(400, "子任务有误", "The sub-task is faulty"),
    CASE_PART_NOT_NOW(409, "子任务现在不能这样操作", "The sub-task cannot be changed like this now"),
    CASE_NOT_YOURS(403, "案件不属于您的部门", "The case belongs to another department"),
    CASE_DEPARTMENT_WRONG(400, "主办部门有误", "The department is missing or unknown"),
    CASE_REASON_MISSING(400, "请填写理由", "A reason is needed"),
    CLOCK_REQUEST_WRONG(400, "时限申请有误", "The request for time is faulty"),
    CLOCK_REQUEST_UNKNOWN(404, "没有这份时限申请", "There is no such request for time"),
    CLOCK_NOT_NOW(409, "案件时限现在不能这样调整", "The clocks of the case cannot be changed like this now"),
    CASE_SUPPORT_OPEN(409, "协办部门尚未办完", "Supporting departments have not finished"),
    CASE_TASK_UNKNOWN(404, "没有这项协办任务", "There is no such task"),
    CASE_TASK_NOT_NOW(409, "协办任务现在不能这样操作", "The task cannot be changed like this now"),
    CASE_DISPUTED(409, "案件权属正在裁决", "It is being decided whose case it is"),
    CASE_DISPUTE_UNKNOWN(404, "没有这项权属争议", "There is no such dispute"),
    CASE_URGED_ALREADY(429, "刚刚催办过", "The case was urged a short while ago"),
    CASE_SUPERVISION_UNKNOWN(404, "没有这项督办", "There is no such supervision"),
    CASE_SUPERVISION_WRONG(400, "督办内容有误", "The supervision is faulty"),
    CASE_SUPERVISION_NOT_NOW(409, "督办现在不能这样操作", "The supervision cannot be changed like this now"),
    CASE_SUPERVISED(409, "案件正在督办，请先答复并办结督办", "The case is supervised; its supervision is answered and closed first"),
    ROSTER_UNKNOWN(404, "没有这份值班表", "There is no such roster"),
    ROSTER_WRONG(400, "值班表有误", "The roster is faulty"),
    HAND_OVER_UNKNOWN(404, "没有这份交接班记录", "There is no such hand-over"),
    HAND_OVER_NOT_NOW(409, "交接班记录现在不能这样操作", "The hand-over cannot be changed like this now"),
    CASE_HISTORY_UNKNOWN(404, "没有这份历史案件", "There is no such history of cases"),
    CASE_HISTORY_WRONG(400, "历史案件的字段对照有误", "The history's fields are faulty"),
    REPORT_UNKNOWN(404, "没有这条上报", "There is no such report"),
    REPORT_TOO_MANY(429, "上报或查询过于频繁", "Too many reports or look-ups"),
    RESIDENTS_DOOR_SHUT(403, "居民网页上报没有开放", "Residents' reports are not taken on this page"),
    PHOTO_WRONG(400, "照片无法接收", "The photo cannot be taken"),
    PHOTO_TOO_LARGE(413, "照片过大", "The photo is too large"),
    PHOTO_TOO_MANY(409, "照片数量已达上限", "There are as many photos as there may be"),
    PHOTO_UNKNOWN(404, "没有这张照片", "There is no such photo"),
    OPEN311_WRONG(400, "Open311 请求有误", "The Open311 request is wrong"),
    OPEN311_UNKNOWN(404, "Open311 没有找到", "Open311 has no such thing"),
    MAILING_SHUT(403, "邮件订阅没有开放", "Subscriptions by mail are not open"),
    MAILING_TOO_MANY(429, "订阅过于频繁", "Too many subscriptions are asked for"),
    MAILING_LINK_WRONG(404, "链接无效或已过期", "The link is not valid or no longer so"),
    CASE_MERGE_WRONG(409, "案件不能这样合并", "The cases cannot be merged like this");

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

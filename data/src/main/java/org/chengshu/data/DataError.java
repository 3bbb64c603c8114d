package org.chengshu.data;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which reading, gathering and keeping datasets is refused. */
public enum DataError implements ErrorCode {
    DATASET_NOT_FOUND(404, "没有这个数据资源", "There is no such dataset"),
    FIELD_UNKNOWN(400, "数据资源没有这个数据项", "The dataset has no such field"),
    FIELD_SENSITIVE(403, "没有读取敏感数据项的权限", "You lack the right to read sensitive fields"),

    DEFINITION_FAULTY(400, "数据资源的定义有误", "The definition of the dataset is faulty"),
    DATASET_EXISTS(409, "已有同名的数据资源", "There is a dataset of this name already"),
    DATASET_IN_USE(409, "数据资源正在写入或内有数据，不能这样改", "The dataset holds or receives rows, so this cannot be changed"),
    REVISION_CLOSED(409, "这一版数据已经结束，不能再写", "This revision of the rows has ended and takes no more"),
    LOAD_NOT_FOUND(404, "没有这次入库", "There is no such load"),
    LOAD_FAULTY(400, "入库的设置有误", "What was asked of the load is faulty"),
    LOAD_ENDED(409, "入库已经结束", "The load has ended"),
    LOAD_OUTDATED(409, "之后的入库已经取代了它", "A later load has taken its place"),
    LOAD_RUNNING(409, "这个数据资源还有入库在进行", "Another load of the dataset is on its way"),
    LOAD_FAILED(422, "入库失败", "The load failed"),

    FEED_BROKEN(502, "数据源中断，请稍后再试", "The source broke off, try again"),
    FEED_FAULTY(422, "数据源的内容无法读取", "What the source delivers cannot be read"),
    FILE_UNREADABLE(422, "文件无法读取", "The file cannot be read"),
    SOURCE_NOT_FOUND(404, "没有这个数据源", "There is no such source"),
    SOURCE_FAULTY(422, "数据源的设置有误", "The source is set up wrongly"),
    SOURCE_REFUSED(409, "数据源拒绝了连接", "The source refused the connection"),
    SOURCE_PAUSED(409, "数据源已暂停", "The source is paused"),
    SOURCE_BUSY(409, "数据源正在采集", "The source is being read"),
    ROWS_REFUSED(422, "推送的数据有误", "The rows that were pushed are faulty"),

    ENTRY_NOT_FOUND(404, "目录中没有这个资源", "There is no such entry in the catalogue"),
    ENTRY_FAULTY(400, "目录内容有误", "The entry is faulty"),
    ENTRY_NOT_NOW(409, "目录当前的状态不允许这样做", "The entry is not in a state for this"),
    ENTRY_IMPORT_FAULTY(400, "目录文件有误", "The file of entries is faulty"),
    CATALOGUE_SEARCH_FAULTY(400, "检索条件有误", "The search is faulty"),
    LIST_ITEM_NOT_FOUND(404, "清单中没有这一项", "There is no such item in the list"),
    LIST_ITEM_FAULTY(400, "清单内容有误", "The item of the list is faulty"),
    LIST_ITEM_NOT_NOW(409, "该项当前的状态不允许这样做", "The item is not in a state for this"),

    STANDARD_NOT_FOUND(404, "没有这个标准函数", "There is no such standard function"),
    STANDARD_OPTION_FAULTY(400, "标准函数的选项有误", "An option of the standard function is faulty"),
    ELEMENT_NOT_FOUND(404, "没有这个数据元", "There is no such data element"),
    CODE_TABLE_NOT_FOUND(404, "没有这个代码表", "There is no such code table"),
    STANDARD_ITEM_FAULTY(400, "数据元或代码表有误", "The data element or code table is faulty"),
    STANDARD_ITEM_FROM_PACK(409, "来自配置包，请在配置包中修改", "It comes from a pack; change it there"),
    STANDARD_ITEM_IN_USE(409, "仍被引用，不能删除", "It is still referred to and cannot be removed"),

    TAG_FAULTY(400, "标签有误", "The tag is faulty"),
    TAG_NOT_FOUND(404, "没有这个标签", "There is no such tag"),
    PERSONAL_FIELD_FAULTY(400, "个人信息标记有误", "The mark of a personal field is faulty"),
    RETENTION_FAULTY(400, "保存期限有误", "The retention rule is faulty"),
    RETENTION_NOT_FOUND(404, "没有这个保存期限", "There is no such retention rule"),
    ERASURE_FAULTY(400, "删除个人信息的请求有误", "The erasure asked for is faulty"),
    ERASURE_NOT_FOUND(404, "没有这次删除", "There is no such erasure"),

    RULE_FAULTY(422, "质量规则有误", "The quality rule has faults"),
    QUALITY_RULE_NOT_FOUND(404, "没有这条质量规则", "There is no such quality rule"),
    RULE_OF_PACK(409, "该规则由配置包维护，请在包中修改", "The rule belongs to a pack and is changed there"),
    RULE_ID_TAKEN(409, "规则编号已被使用", "The rule's id is taken"),
    PROPOSAL_NOT_FOUND(404, "没有这条规则建议", "There is no such proposal"),
    PROPOSAL_DECIDED(409, "该建议已处理", "The proposal has been decided"),
    FINDING_NOT_FOUND(404, "没有这个质量问题", "There is no such finding"),
    PROFILE_NOT_FOUND(404, "尚未画像", "There is no profile yet"),

    FIELD_IN_USE(409, "数据项正在被使用", "The field is in use"),
    LINEAGE_START_UNKNOWN(404, "血缘中没有这个起点", "Lineage knows no such start"),
    THEME_NOT_FOUND(404, "没有这个主题表", "There is no such theme"),
    THEME_FAULTY(400, "主题表定义有误", "The theme is faulty"),
    THEME_ROLE_MISSING(409, "数据库缺少只读 facts 的角色", "The database lacks the role that reads facts only"),
    THEME_BUSY(409, "主题表正在运行", "The theme is being run"),

    LIBRARY_NOT_FOUND(404, "没有这个基础库", "There is no such library"),
    LIBRARY_SOURCE_NOT_FOUND(404, "基础库没有这个来源", "The library has no such source"),
    LIBRARY_RECORD_NOT_FOUND(404, "基础库没有这条记录", "The library has no such record"),
    LIBRARY_DECISION_NOT_FOUND(404, "没有这个人工判定", "There is no such decision"),
    LIBRARY_FAULTY(400, "基础库定义有误", "The definition of the library is faulty"),
    LIBRARY_FROM_PACK(409, "来自配置包，请在配置包中修改", "It comes from a pack; change it there"),
    LIBRARY_IN_USE(409, "基础库还有来源或记录", "The library still has sources or records"),
    LIBRARY_KEYS_DIFFER(409, "标识不同，不能合为一条", "Their identity keys differ, so they cannot be one record"),
    LIBRARY_DECISION_FAULTY(400, "人工判定有误", "The decision is faulty"),

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

package org.chengshu.sense;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which the sensing floor refuses. Names are what clients see as {@code code}; they never change. */
public enum SenseError implements ErrorCode {
    DEVICE_NOT_FOUND(404, "没有此设备", "There is no such device"),
    PRODUCT_NOT_FOUND(404, "没有此产品", "There is no such product"),
    PROPERTY_NOT_FOUND(404, "产品没有此属性", "The product has no such property"),
    RULE_NOT_FOUND(404, "没有此规则", "There is no such rule"),
    DERIVED_NOT_FOUND(404, "没有此派生序列", "There is no such derived series"),
    TRIAL_FAULTY(422, "试算的要求有误", "The trial is not asked for rightly"),
    MAPPING_NOT_FOUND(404, "没有此导入映射", "There is no such mapping"),
    GROUP_NOT_FOUND(404, "没有此设备组", "There is no such group of devices"),
    DEVICE_EXISTS(409, "设备编码已被使用", "The device code is taken"),
    DEVICE_FAULTY(422, "设备信息有误", "The device is not described rightly"),
    GROUP_FAULTY(422, "设备组信息有误", "The group is not described rightly"),
    GROUP_FROM_PACK(409, "设备组来自配置包，不能手工更改", "The group comes from a pack and is not changed by hand"),
    DECODER_FAULTY(422, "解码器有误", "The decoder is faulty"),
    DEVICES_FAULTY(422, "设备清单有误", "The list of devices is faulty"),
    RANGE_FAULTY(400, "时间范围或分段有误", "The time range or bucket is faulty"),
    IMPORT_RUNNING(409, "同一文件正在导入", "The same file is being imported"),
    IMPORT_FAULTY(422, "文件与映射不符", "The file does not fit the mapping"),
    FUNCTION_NOT_FOUND(404, "产品没有此功能", "The product has no such function"),
    COMMAND_NOT_FOUND(404, "没有此命令", "There is no such command"),
    COMMAND_FAULTY(422, "命令有误", "The command is not described rightly"),
    COMMAND_QUEUE_FULL(409, "此设备未结束的命令过多", "Too many commands of the device are not over"),
    STATE_FAULTY(422, "期望状态有误", "The desired state is not described rightly"),
    QUOTA_EXCEEDED(429, "超出上报上限", "More than the device or its product may send"),
    TOKEN_UNKNOWN(401, "令牌无效", "The token is not known"),
    TELEMETRY_MALFORMED(400, "报文无法解析", "The message cannot be read"),
    TELEMETRY_TOO_LARGE(413, "报文过大", "The message is too large"),
    INTAKE_BUSY(429, "接入繁忙，请稍后重试", "The intake is busy, come back later"),
    INTAKE_UNAVAILABLE(503, "接入暂不可用", "The intake is not available");

    private final int status;
    private final Text title;

    SenseError(int status, String zh, String en) {
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

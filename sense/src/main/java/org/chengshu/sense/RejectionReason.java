package org.chengshu.sense;

import java.util.Locale;
import org.chengshu.kernel.Text;

/** Why a value was not taken. The word is what the wire and the database carry; it never changes. */
public enum RejectionReason {
    MALFORMED("报文或取值无法解析", "The message or value cannot be read"),
    UNKNOWN_DEVICE("没有此设备", "There is no such device"),
    UNKNOWN_PROPERTY("产品没有此属性", "The product has no such property"),
    WRONG_TYPE("取值类型不符", "The value is of another type"),
    OUT_OF_RANGE("取值超出范围", "The value is out of range"),
    DERIVED("该属性由平台算出，设备不能上报", "The platform works this property out; devices do not report it"),
    BAD_TIME("时间无法采用", "The time cannot be used"),
    UNSTORABLE("数据库拒绝了该读数", "The database refused the reading");

    private final Text title;

    RejectionReason(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.chengshu.place;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which questions about places are refused. */
public enum PlaceError implements ErrorCode {
    ADDRESS_TOO_LONG(400, "地址过长", "The address is too long"),
    ADDRESSES_TOO_MANY(400, "一次提交的地址过多", "Too many addresses at once"),
    AREA_NAME_FAULTY(400, "区域别名有误", "The name of the area is faulty"),
    AREA_NAME_NOT_FOUND(404, "没有这个区域别名", "There is no such name of an area");

    private final int status;
    private final Text title;

    PlaceError(int status, String zh, String en) {
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

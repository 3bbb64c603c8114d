package org.chengshu.sense.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** The columns of a list of devices; a head may be written in either language. A head {@code tag:floor} is a tag. */
enum RosterColumn {
    CODE("编码", "code", "必填；字母、数字、点、横线、下划线，至多 64 位", "needed; letters, digits, dots, dashes, underscores, at most 64"),
    PRODUCT("产品", "product", "产品编号；新设备必填", "the product's id; needed for a new device"),
    TITLE_ZH("名称", "title_zh", "不写则用编码", "without it the code is shown"),
    TITLE_EN("英文名称", "title_en", "不写则用名称", "without it the Chinese title"),
    AREA("区域", "area", "区域编码；不写则由位置推出", "the area's code; without it the position tells"),
    LONGITUDE("经度", "longitude", "WGS-84", "WGS-84"),
    LATITUDE("纬度", "latitude", "WGS-84", "WGS-84"),
    OWNER("权属", "owner", "机构编码", "an organisation's code"),
    PARENT("上级设备", "parent", "所挂网关的编码，须已登记", "the code of its gateway, which must be registered"),
    LIFECYCLE(
            "生命周期",
            "lifecycle",
            "planned、active、maintenance、retired 之一",
            "one of planned, active, maintenance, retired"),
    TAGS(
            "标签",
            "tags",
            "如 楼层=3;合同=HT-7；也可每个标签一列，列名写 tag:楼层",
            "such as floor=3;contract=7; or a column for each, headed tag:floor");

    static final String TAG = "tag:";

    private final String zh;
    private final String en;
    private final Text help;

    RosterColumn(String zh, String en, String helpZh, String helpEn) {
        this.zh = zh;
        this.en = en;
        this.help = Text.of(helpZh, helpEn);
    }

    static Optional<RosterColumn> ofHead(String head) {
        String plain = head.strip();
        return Arrays.stream(values())
                .filter(column -> column.zh.equals(plain)
                        || column.en.equalsIgnoreCase(plain.replace(' ', '_').replace('-', '_')))
                .findFirst();
    }

    static List<String> heads() {
        return Arrays.stream(values()).map(column -> column.en).toList();
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    Text help() {
        return help;
    }
}

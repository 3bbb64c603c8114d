package org.chengshu.data.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.chengshu.kernel.Text;

/** In what form a resource exists; databases, tables and interfaces have fields. */
public enum ResourceFormat {
    DATABASE("数据库", "Database", true),
    TABLE("电子表格", "Spreadsheet", true),
    INTERFACE("接口服务", "Interface", true),
    DOCUMENT("电子文件", "Document", false),
    IMAGE("图形图像", "Image", false),
    MEDIA("流媒体", "Audio or video", false),
    GEODATA("地理信息", "Geodata", true),
    OTHER("其他", "Other", false);

    private final Text title;
    private final boolean hasFields;

    ResourceFormat(String zh, String en, boolean hasFields) {
        this.title = Text.of(zh, en);
        this.hasFields = hasFields;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return title;
    }

    boolean hasFields() {
        return hasFields;
    }
}

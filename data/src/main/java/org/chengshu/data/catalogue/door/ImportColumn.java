package org.chengshu.data.catalogue.door;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a file of entries holds, by the heads that people write. */
enum ImportColumn {
    TITLE("信息资源名称", "资源名称", "名称", "title"),
    TITLE_EN("英文名称", "titleen", "english title"),
    PROVIDER("提供方代码", "信息资源提供方代码", "provider", "provider's code"),
    SUMMARY("信息资源摘要", "摘要", "abstract", "summary"),
    CLASS("信息资源分类", "分类", "分类代码", "class"),
    FORMAT("信息资源格式", "格式", "format"),
    SHARING("共享类型", "共享属性", "sharing"),
    BASIS("共享条件", "共享条件或依据", "condition", "condition or basis"),
    WAY("共享方式", "way"),
    OPENNESS("开放属性", "是否向社会开放", "openness"),
    OPENNESS_BASIS("开放条件", "openness condition"),
    CYCLE("更新周期", "cycle", "update cycle"),
    SUBJECTS("主题词", "关键字", "subjects"),
    RELATED("关联资源代码", "关联资源", "related"),
    FIELDS("信息项", "信息项信息", "fields");

    private final List<String> heads;

    ImportColumn(String... heads) {
        this.heads = List.of(heads);
    }

    String head() {
        return heads.getFirst();
    }

    static Optional<ImportColumn> of(String head) {
        String plain = head.strip().toLowerCase(Locale.ROOT);
        for (ImportColumn column : values()) {
            if (column.heads.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** What the row says here; empty when it says nothing. */
    Optional<String> in(Map<ImportColumn, String> row) {
        return Optional.ofNullable(row.get(this)).map(String::strip).filter(text -> !text.isEmpty());
    }
}

package org.chengshu.core.packs.internal.diff;

import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** How properties are called that mean the same in every section, where a schema does not name them itself. */
public final class CommonNames {
    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("id", Text.of("编号", "id")),
            Map.entry("code", Text.of("编码", "code")),
            Map.entry("title", Text.of("标题", "title")),
            Map.entry("name", Text.of("名称", "name")),
            Map.entry("description", Text.of("说明", "description")),
            Map.entry("kind", Text.of("种类", "kind")),
            Map.entry("type", Text.of("类型", "type")),
            Map.entry("parent", Text.of("上级", "parent")),
            Map.entry("area", Text.of("区域", "area")),
            Map.entry("boundary", Text.of("边界", "boundary")),
            Map.entry("permissions", Text.of("权限", "permissions")),
            Map.entry("severity", Text.of("级别", "severity")),
            Map.entry("unit", Text.of("单位", "unit")),
            Map.entry("tags", Text.of("标签", "tags")),
            Map.entry("zh", Text.of("中文", "Chinese")),
            Map.entry("en", Text.of("英文", "English")));

    private CommonNames() {}

    public static Optional<Text> of(String property) {
        return Optional.ofNullable(NAMES.get(property));
    }
}

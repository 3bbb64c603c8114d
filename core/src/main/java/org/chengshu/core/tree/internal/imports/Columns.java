package org.chengshu.core.tree.internal.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.CoreError;
import org.chengshu.core.tree.internal.imports.ImportOrder.Role;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;

/** Which column of a file says what: as told, else by the names that such files use. */
final class Columns {
    private static final Map<Role, List<String>> USUAL = Map.of(
            Role.CODE, List.of("code", "adcode", "编码", "代码", "区划代码", "行政区划代码", "机构编码", "id", "gb"),
            Role.NAME, List.of("name", "name_zh", "名称", "区域名称", "机构名称", "qh", "district", "title"),
            Role.NAME_EN, List.of("name_en", "nameEn", "英文名称", "english"),
            Role.KIND, List.of("kind", "level", "类型", "级别", "type"),
            // The nearest level above comes first, because files repeat the levels further up.
            Role.PARENT,
                    List.of(
                            "parent",
                            "parent.adcode",
                            "parentCode",
                            "parent_code",
                            "上级编码",
                            "上级",
                            "streetCode",
                            "areaCode",
                            "cityCode",
                            "provinceCode"),
            Role.AREA, List.of("area", "area_code", "区域编码", "所属区域"));

    private final Map<Role, String> chosen = new EnumMap<>(Role.class);

    Columns(ImportOrder order, List<String> there) {
        for (Role role : Role.values()) {
            Optional<String> told =
                    Optional.ofNullable(order.columns().get(role)).filter(name -> !name.isEmpty());
            told.filter(name -> !there.contains(name)).ifPresent(name -> refuse(role, name, there));
            told.or(() -> order.columns().containsKey(role) ? Optional.empty() : usual(role, there))
                    .ifPresent(name -> chosen.put(role, name));
        }
        if (!chosen.containsKey(Role.CODE) && !chosen.containsKey(Role.NAME)) {
            throw new Fault(
                    CoreError.TREE_FAULTY,
                    "neither a code nor a name column is known among " + String.join(", ", there)
                            + "; say column.code= and column.name=");
        }
    }

    private static Optional<String> usual(Role role, List<String> there) {
        for (String usual : USUAL.get(role)) {
            for (String column : there) {
                if (column.equalsIgnoreCase(usual)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    private static void refuse(Role role, String name, List<String> there) {
        String near = Nearest.of(name, new ArrayList<>(there))
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
        throw new Fault(
                CoreError.TREE_FAULTY,
                "column." + role.word() + ": the file has no " + name + ", only " + String.join(", ", there) + near);
    }

    boolean has(Role role) {
        return chosen.containsKey(role);
    }

    /** What the row says; nothing when the column is absent or empty. */
    Optional<String> of(RawRow row, Role role) {
        return Optional.ofNullable(chosen.get(role))
                .map(column -> row.fields().getOrDefault(column, ""))
                .filter(value -> !value.isBlank());
    }

    /** For the report: role to column. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        chosen.forEach((role, column) -> told.put(role.word(), column));
        return told;
    }
}

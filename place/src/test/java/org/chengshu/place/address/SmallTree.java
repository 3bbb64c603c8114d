package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.tree.Area;
import org.chengshu.kernel.Text;
import org.chengshu.place.AddressSplit;
import org.chengshu.place.AddressSplit.NamedArea;

/** A few areas to read addresses by; two spaces further in is one level deeper. */
final class SmallTree {
    static final String CITY = """
            鹏城市
              南山区
                粤海街道
                  滨海社区
                  高新村
                招商街道
                沙河镇
              宝山区
                新安街道
                淮海中路街道
              福田区
                新安镇
            """;
    static final String COUNTRY = """
            新疆维吾尔自治区
              巴音郭楞蒙古自治州
                库尔勒市
                焉耆回族自治县
              昌吉回族自治州
                阜康市
              吐鲁番市
                托克逊县
            上海市
              市辖区
                浦东新区
                  三林镇
                宝山区
            黑龙江省
              双鸭山市
                宝山区
            海南省
              省直辖县级行政区划
                澄迈县
                  老城镇
            """;

    private final AreaIndex index;
    private final List<Area> areas = new ArrayList<>();

    SmallTree(String lines, AreaName... names) {
        List<Area> above = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String name = line.strip();
            int level = (line.length() - line.stripLeading().length()) / 2;
            above.subList(level, above.size()).clear();
            Optional<Area> parent = above.isEmpty() ? Optional.empty() : Optional.of(above.getLast());
            String code = "c" + areas.size();
            Area area = Area.of(
                    code,
                    Text.of(name, name),
                    "level-" + level,
                    parent.map(Area::code),
                    parent.map(Area::path).orElse("/") + code + "/");
            areas.add(area);
            above.add(area);
        }
        index = new AreaIndex(areas, List.of(names));
    }

    String code(String name) {
        return areas.stream()
                .filter(area -> area.name().zh().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
    }

    AddressSplit split(String text) {
        return Splitter.split(index, text, Optional.empty());
    }

    AddressSplit within(String area, String text) {
        return Splitter.split(
                index,
                text,
                areas.stream().filter(known -> known.code().equals(code(area))).findFirst());
    }

    /** The names of the areas found. */
    String areas(String text) {
        return names(split(text));
    }

    static String names(AddressSplit split) {
        return split.areas().stream().map(NamedArea::name).map(Text::zh).collect(Collectors.joining(" "));
    }
}

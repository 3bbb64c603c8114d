package org.chengshu.place.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in which people write the name of an area: in full, without its suffix, by the short forms of autonomous
 * divisions (巴音郭楞蒙古自治州 is 巴音郭楞 or 巴州), with the offices of streets and committees of villages. Pure.
 */
final class AreaNames {
    /** How far a written form is from the name in full. */
    enum Form {
        FULL,
        VARIANT,
        SHORT
    }

    private static final List<String> AUTONOMOUS = List.of("自治区", "自治州", "自治县", "自治旗");
    private static final List<String> SUFFIXES =
            List.of("特别行政区", "地区", "林区", "矿区", "新区", "市", "县", "区", "省", "盟", "旗", "州");
    private static final List<String> STREETS = List.of("街道办事处", "街道", "办事处", "街办");
    private static final List<String> TOWNS = List.of("镇", "乡", "民族乡", "苏木");
    private static final List<String> COMMITTEES =
            List.of("社区居民委员会", "社区居委会", "居民委员会", "社区", "居委会", "村民委员会", "村委会", "村");
    private static final List<String> PEOPLES = List.of(
            "维吾尔", "哈萨克", "柯尔克孜", "蒙古", "回族", "壮族", "藏族", "土家族", "苗族", "侗族", "布依族", "彝族", "哈尼族", "傣族", "景颇族", "傈僳族",
            "白族", "朝鲜族", "羌族", "瑶族", "黎族", "畲族", "满族", "锡伯", "塔吉克", "达斡尔族", "达斡尔", "鄂温克族", "鄂伦春", "纳西族", "拉祜族", "佤族",
            "布朗族", "独龙族", "怒族", "普米族", "仡佬族", "水族", "毛南族", "仫佬族", "各族", "东乡族", "保安族", "撒拉族", "土族", "裕固族", "蒙古族", "哈萨克族",
            "俄罗斯");
    private static final int SHORTEST_SHORT = 2;

    private AreaNames() {}

    /** Every written form with how far it is from the name; the nearest when a form comes twice. */
    static Map<String, Form> of(String name) {
        Map<String, Form> forms = new LinkedHashMap<>();
        if (isFiller(name)) {
            return forms;
        }
        forms.put(name, Form.FULL);
        for (List<String> family : List.of(STREETS, TOWNS, COMMITTEES)) {
            if (family(name, family, forms)) {
                return forms;
            }
        }
        String bare = bare(name);
        if (bare.equals(name)) {
            // Without a suffix it may as well be the beginning of a road's name.
            forms.put(name, Form.SHORT);
        }
        if (!bare.equals(name) && bare.length() >= SHORTEST_SHORT) {
            forms.putIfAbsent(bare, Form.SHORT);
        }
        if (name.endsWith("自治州") && bare.length() >= SHORTEST_SHORT) {
            forms.putIfAbsent(bare + "州", Form.VARIANT);
            forms.putIfAbsent(bare.charAt(0) + "州", Form.VARIANT);
        }
        if (name.endsWith("自治县")) {
            forms.putIfAbsent(bare + "县", Form.VARIANT);
        }
        if (name.endsWith("地区")) {
            forms.putIfAbsent(bare + "市", Form.VARIANT);
        } else if (name.endsWith("市")) {
            forms.putIfAbsent(bare + "地区", Form.VARIANT);
        }
        return forms;
    }

    private static boolean family(String name, List<String> suffixes, Map<String, Form> forms) {
        for (String suffix : suffixes) {
            if (name.endsWith(suffix) && name.length() > suffix.length()) {
                String bare = name.substring(0, name.length() - suffix.length());
                suffixes.forEach(other -> forms.putIfAbsent(bare + other, Form.VARIANT));
                if (suffixes.equals(TOWNS)) {
                    // Towns become streets as a city grows, and addresses stay as they were.
                    STREETS.forEach(other -> forms.putIfAbsent(bare + other, Form.VARIANT));
                } else if (suffixes.equals(STREETS)) {
                    forms.putIfAbsent(bare + "镇", Form.VARIANT);
                    forms.putIfAbsent(bare + "乡", Form.VARIANT);
                }
                if (bare.length() >= SHORTEST_SHORT && !suffixes.equals(COMMITTEES) && !isRoad(bare)) {
                    forms.putIfAbsent(bare, Form.SHORT);
                }
                return true;
            }
        }
        return false;
    }

    /** Levels that division codes have and nobody writes. */
    static boolean isFiller(String name) {
        return name.equals("市辖区") || name.equals("县") || name.endsWith("直辖县级行政区划");
    }

    // 淮海中路街道 is named after a road that runs through other streets too.
    private static boolean isRoad(String bare) {
        return "路街道巷桥".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    /** Without suffix and names of peoples. */
    static String bare(String name) {
        for (String autonomous : AUTONOMOUS) {
            if (name.endsWith(autonomous)) {
                return withoutPeoples(name.substring(0, name.length() - autonomous.length()));
            }
        }
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix) && name.length() - suffix.length() >= SHORTEST_SHORT) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static String withoutPeoples(String name) {
        String rest = name;
        boolean found = true;
        while (found) {
            found = false;
            for (String people : PEOPLES) {
                if (rest.endsWith(people) && rest.length() - people.length() >= SHORTEST_SHORT) {
                    rest = rest.substring(0, rest.length() - people.length());
                    found = true;
                }
            }
        }
        return rest;
    }
}

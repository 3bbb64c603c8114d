package org.chengshu.data.library.match;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a firm taken apart: where it is registered, what it is called and does, its legal form, and the branch. Two
 * branches of one firm, and a firm and its branch, are different entities whatever else their names share.
 *
 * @param place leading names of places without province, city, county; empty when none is written
 * @param core what is left: the firm's own name and its trade
 * @param form {@code 股份} for companies limited by shares, {@code 有限}, else the ending as written
 * @param branch what stands behind the name of the firm itself
 */
record FirmName(String place, String core, String form, String branch) {
    private static final Pattern PLACE = Pattern.compile("^(.{2,9}?)(特别行政区|自治区|自治州|自治县|新区|省|市|县|区|州|盟|旗)(?=..)");
    private static final List<String> PROVINCES = List.of(
            "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
            "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门");
    private static final Pattern FORM =
            Pattern.compile("(股份有限责任公司|股份有限公司|股份公司|有限责任公司|有限公司|集团公司|公司|有限合伙|普通合伙|合伙企业|专业合作社|合作社|事务所)+$");
    private static final String FIRM = "公司";
    private static final int MOST_PLACES = 3;

    static FirmName of(String written) {
        String name = Plain.letters(written);
        int end = endOfFirm(name);
        String branch = name.substring(end);
        String rest = name.substring(0, end);
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < MOST_PLACES; i++) {
            String shorter = withoutPlace(rest, place);
            if (shorter.equals(rest)) {
                break;
            }
            rest = shorter;
        }
        Matcher form = FORM.matcher(rest);
        return form.find()
                ? new FirmName(place.toString(), rest.substring(0, form.start()), form(form.group()), branch)
                : new FirmName(place.toString(), rest, "", branch);
    }

    /** How alike two firms' names are, 0..1; 1 only when place, core, form and branch are the same. */
    double like(FirmName other) {
        double branches = branches(other);
        return branches == 0 ? 0 : branches * places(other) * forms(other) * cores(other);
    }

    private double branches(FirmName other) {
        if (branch.equals(other.branch)) {
            return 1;
        }
        boolean one = branch.isEmpty() || other.branch.isEmpty();
        return one ? 0 : Similarity.name(branch, other.branch) * 0.8;
    }

    private double places(FirmName other) {
        if (place.equals(other.place)) {
            return 1;
        }
        boolean within = place.endsWith(other.place) || other.place.endsWith(place);
        return within || place.startsWith(other.place) || other.place.startsWith(place) ? 0.98 : 0.7;
    }

    private double forms(FirmName other) {
        if (form.equals(other.form)) {
            return 1;
        }
        return form.isEmpty() || other.form.isEmpty() ? 0.97 : 0.95;
    }

    private double cores(FirmName other) {
        if (core.equals(other.core)) {
            return 1;
        }
        // Places of cities are often written without their kind: 长沙兰阳 and 长沙市兰阳 are one name.
        if ((place + core).equals(other.place + other.core)) {
            return 0.99;
        }
        return Similarity.name(core, other.core);
    }

    private static int endOfFirm(String name) {
        int at = name.indexOf(FIRM);
        return at < 0 ? name.length() : at + FIRM.length();
    }

    private static String withoutPlace(String name, StringBuilder place) {
        for (String province : PROVINCES) {
            if (name.startsWith(province) && name.length() > province.length() + 3) {
                place.append(province);
                return withoutKind(name.substring(province.length()));
            }
        }
        Matcher matcher = PLACE.matcher(name);
        if (matcher.find()) {
            place.append(matcher.group(1));
            return name.substring(matcher.end());
        }
        return name;
    }

    private static String withoutKind(String rest) {
        for (String kind : List.of("维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市")) {
            if (rest.startsWith(kind) && rest.length() > kind.length() + 2) {
                return rest.substring(kind.length());
            }
        }
        return rest;
    }

    private static String form(String written) {
        if (written.contains("股份")) {
            return "股份";
        }
        return written.contains("有限") && written.contains(FIRM) ? "有限" : written;
    }
}

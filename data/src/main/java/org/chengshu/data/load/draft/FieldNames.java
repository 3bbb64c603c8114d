package org.chengshu.data.load.draft;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Proposes names of fields for the heads of columns: Latin heads in snake case, Chinese ones by a list of words that often
 * stand in tables of authorities, the rest by number. Pure; not for many threads.
 */
final class FieldNames {
    private static final int LONGEST = 60;
    private static final int LONGEST_WORD = 8;
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("统一社会信用代码", "credit_code"),
            Map.entry("组织机构代码", "org_code"),
            Map.entry("身份证号码", "id_card"),
            Map.entry("身份证号", "id_card"),
            Map.entry("身份证", "id_card"),
            Map.entry("联系电话", "phone"),
            Map.entry("手机号码", "mobile"),
            Map.entry("手机号", "mobile"),
            Map.entry("手机", "mobile"),
            Map.entry("电话", "phone"),
            Map.entry("法定代表人", "legal_person"),
            Map.entry("法人代表", "legal_person"),
            Map.entry("法人", "legal_person"),
            Map.entry("经营范围", "scope"),
            Map.entry("注册资本", "capital"),
            Map.entry("注册资金", "capital"),
            Map.entry("注册日期", "registered_on"),
            Map.entry("成立日期", "founded_on"),
            Map.entry("注册", "registered"),
            Map.entry("企业", "enterprise"),
            Map.entry("单位", "unit"),
            Map.entry("机构", "organisation"),
            Map.entry("部门", "department"),
            Map.entry("姓名", "person_name"),
            Map.entry("名称", "name"),
            Map.entry("类型", "type"),
            Map.entry("类别", "category"),
            Map.entry("种类", "kind"),
            Map.entry("编号", "number"),
            Map.entry("编码", "code"),
            Map.entry("代码", "code"),
            Map.entry("序号", "seq"),
            Map.entry("日期", "date"),
            Map.entry("时间", "time"),
            Map.entry("年份", "year"),
            Map.entry("月份", "month"),
            Map.entry("年", "year"),
            Map.entry("地址", "address"),
            Map.entry("住所", "address"),
            Map.entry("省份", "province"),
            Map.entry("城市", "city"),
            Map.entry("地区", "region"),
            Map.entry("区县", "district"),
            Map.entry("街道", "street"),
            Map.entry("社区", "community"),
            Map.entry("所在", "at"),
            Map.entry("经度", "longitude"),
            Map.entry("纬度", "latitude"),
            Map.entry("金额", "amount"),
            Map.entry("数量", "quantity"),
            Map.entry("面积", "area_size"),
            Map.entry("人口", "population"),
            Map.entry("状态", "state"),
            Map.entry("备注", "remark"),
            Map.entry("来源", "source"),
            Map.entry("文件", "file"),
            Map.entry("事项", "item"),
            Map.entry("行政", "administrative"),
            Map.entry("性别", "sex"),
            Map.entry("邮编", "postal_code"),
            Map.entry("邮箱", "mail"),
            Map.entry("生产总值", "gdp"),
            Map.entry("总", "total"));

    private final Set<String> taken = new HashSet<>(Set.of("loaded_at", "_line"));

    String draft(String head, int column) {
        String name = trimmed(head.chars().allMatch(c -> c < 0x250) ? latin(head) : chinese(head));
        if (name.isEmpty()) {
            name = "col_" + (column + 1);
        } else if (Character.isDigit(name.charAt(0))) {
            name = "c_" + name;
        }
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    private static String latin(String head) {
        return HUMP.matcher(head.strip()).replaceAll("_");
    }

    /** Empty unless the whole head is made of known words and Latin letters. */
    private static String chinese(String head) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < head.length(); ) {
            int length = known(head, at);
            if (length > 0) {
                name.append('_')
                        .append(WORDS.get(head.substring(at, at + length)))
                        .append('_');
                at += length;
            } else if (Character.UnicodeScript.of(head.charAt(at)) == Character.UnicodeScript.HAN) {
                return "";
            } else {
                name.append(head.charAt(at++));
            }
        }
        return name.toString();
    }

    private static int known(String head, int at) {
        for (int length = Math.min(LONGEST_WORD, head.length() - at); length > 0; length--) {
            if (WORDS.containsKey(head.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static String trimmed(String text) {
        String name = OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("_");
        String bare = name.replaceAll("^_+|_+$", "");
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
    }
}

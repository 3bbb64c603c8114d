package org.chengshu.data.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that people write where nothing is known. Compared in lower case without blanks around them. */
public final class NullWords {
    public static final List<String> USUAL = List.of(
            "",
            "-",
            "--",
            "---",
            "—",
            "——",
            "/",
            "\\",
            ".",
            "?",
            "？",
            "*",
            "#",
            "n/a",
            "na",
            "#n/a",
            "n.a.",
            "null",
            "(null)",
            "nil",
            "none",
            "nan",
            "unknown",
            "not available",
            "not applicable",
            "无",
            "暂无",
            "空",
            "未知",
            "不详",
            "未填",
            "未填写",
            "待定",
            "待补充",
            "无数据",
            "没有",
            "缺");

    private static final Set<String> ALL = Set.copyOf(USUAL);

    private NullWords() {}

    public static boolean is(String text) {
        return ALL.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}

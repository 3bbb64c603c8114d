package org.chengshu.cases.kinds;

import org.chengshu.kernel.Text;

/** Why a dispatch rule does not hold for a case. */
enum DispatchObjection {
    KIND("案件类型不同", "another kind of case"),
    AREA("不在规则的区域内", "the place lies outside its area"),
    SEVERITY("级别未达到", "the severity is lower"),
    HOURS("不在规则的时段", "it holds at other hours");

    private final Text words;

    DispatchObjection(String zh, String en) {
        this.words = Text.of(zh, en);
    }

    Text words() {
        return words;
    }
}

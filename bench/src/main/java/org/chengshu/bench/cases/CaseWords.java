package org.chengshu.bench.cases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What the people of the bench say: one of twenty matters, somewhere in the bench's city. Safe for many threads. */
final class CaseWords {
    static final double WEST = 114.0;
    static final double SOUTH = 22.5;
    static final double WIDE = 0.4;
    static final double HIGH = 0.2;
    static final List<String> MATTERS = List.of(
            "路灯不亮", "井盖破损", "垃圾堆积", "占道经营", "路面坑洞", "违规停车", "噪声扰民", "污水外溢", "树木倾倒", "围栏损坏", "小广告", "施工扬尘", "消防通道堵塞",
            "自来水漏水", "绿地毁坏", "公交站牌损坏", "电线裸露", "积水内涝", "油烟扰民", "违章搭建");

    private final String mark;

    CaseWords(String mark) {
        this.mark = mark;
    }

    Map<String, Object> report() {
        String matter = MATTERS.get(ThreadLocalRandom.current().nextInt(MATTERS.size()));
        return Map.of(
                "kind",
                CaseCity.KIND,
                "title",
                matter,
                "description",
                mark + " 市民反映" + matter + "，希望尽快处理",
                "channel",
                "hotline",
                "area",
                CaseCity.street(ThreadLocalRandom.current().nextInt(CaseCity.DISTRICTS * CaseCity.STREETS)),
                "position",
                place());
    }

    Map<String, Object> question() {
        String matter = MATTERS.get(ThreadLocalRandom.current().nextInt(MATTERS.size()));
        return Map.of(
                "kind",
                CaseCity.KIND,
                "text",
                matter,
                "position",
                Map.of("longitude", place().getFirst(), "latitude", place().getLast()));
    }

    Map<String, Object> action(String action) {
        return action.equals("dispatch")
                ? Map.of(
                        "action",
                        action,
                        "department",
                        CaseCity.department(ThreadLocalRandom.current().nextInt(CaseCity.DEPARTMENTS)))
                : Map.of("action", action, "note", "已办理");
    }

    private static List<Double> place() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return List.of(WEST + random.nextDouble() * WIDE, SOUTH + random.nextDouble() * HIGH);
    }
}

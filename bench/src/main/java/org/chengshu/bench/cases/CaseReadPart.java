package org.chengshu.bench.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.cases.CaseLoadPlan.Tokens;
import tools.jackson.databind.JsonNode;

/** What people ask for all day, one after the other: lists with filters and second pages, lists by words, and the desk. */
final class CaseReadPart {
    private static final int ROUNDS = 20;
    private static final int WARM_UP = 3;
    private static final double MOST_MILLIS = 200;
    private static final double HIGH = 0.95;
    private static final String LIST = "/api/cases/v1/cases?limit=50";
    private static final List<String> FILTERS = List.of(
            "",
            "&stage=open",
            "&stage=handle",
            "&stage=close",
            "&area=bench-d3",
            "&area=bench-d3s4&stage=close",
            "&department=bench-office-7",
            "&department=bench-office-7&stage=open",
            "&kind=bench-matter&area=bench-d5",
            "&standing=overdue",
            "&clock=overdue&department=bench-office-3",
            "&area=bench-d2s1&department=bench-office-2",
            "&from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z",
            "&stage=dispatch&area=bench-d9",
            "&department=no-such-office");
    private static final List<String> WORDS = List.of(
            "路灯",
            "路灯不亮",
            "3区4街井盖",
            "第999999件",
            "FILL-00000123",
            "没有这样的案件",
            "噪声扰民",
            "district 7",
            "油烟",
            "第4711件",
            "5街垃圾堆积",
            "狗");
    private static final List<String> DESK = List.of(
            "/api/cases/v1/cases/counts",
            "/api/core/v1/tasks",
            LIST + "&mine=true&stage=open",
            LIST + "&mine=true",
            "/api/cases/v1/reports?limit=50");

    private final NodeProcess node;
    private final Tokens tokens;

    CaseReadPart(NodeProcess node, Tokens tokens) {
        this.node = node;
        this.tokens = tokens;
    }

    List<Figure> run(BenchOptions options) {
        int rounds = options.rounds(ROUNDS);
        return List.of(
                figure("case-list-p95", paths(FILTERS), rounds, true),
                figure(
                        "case-words-p95",
                        paths(WORDS.stream().map(word -> "&q=" + encoded(word)).toList()),
                        rounds,
                        false),
                figure("case-desk-p95", DESK, rounds, false));
    }

    private Figure figure(String name, List<String> paths, int rounds, boolean pages) {
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String path : paths) {
                List<Double> times =
                        round < 0 ? new ArrayList<>() : taken.computeIfAbsent(path, any -> new ArrayList<>());
                JsonNode first = timed(path, times);
                if (pages && first.path("next").isString()) {
                    timed(path + "&cursor=" + encoded(first.path("next").asString()), times);
                }
            }
        }
        taken.forEach((path, times) -> Talk.say(
                "  %7.1f ms at the median, %7.1f ms at p95  %s".formatted(at(times, 0.5), at(times, HIGH), path)));
        List<Double> all = taken.values().stream().flatMap(List::stream).toList();
        return new Figure(name, at(all, HIGH), "ms", Yardstick.fixed(MOST_MILLIS), Goal.atMost(MOST_MILLIS));
    }

    private JsonNode timed(String path, List<Double> times) {
        long begun = System.nanoTime();
        JsonNode answer = node.getWith(tokens.dispatcher(), path);
        times.add((System.nanoTime() - begun) / 1e6);
        return answer;
    }

    private static List<String> paths(List<String> filters) {
        return filters.stream().map(filter -> LIST + filter).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double at(List<Double> times, double part) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }
}

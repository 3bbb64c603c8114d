package org.chengshu.bench.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pack of the benches. Its rules are of the ordinary kinds, over values that seldom meet them. */
final class BenchPack {
    private static final String PACK = """
            id: bench
            version: "1.0.0"
            title: {zh: 性能测试, en: Benchmarks}
            description: {zh: 性能测试所用的产品与规则。, en: The product and the rules of the benches.}
            """;
    private static final String PRODUCTS = """
            products:
              - id: bench-station
                title: {zh: 测站, en: Station}
                maxSilence: PT1H
                properties:
                  - {id: pm25, title: {zh: 细颗粒物, en: PM2.5}, type: number, unit: ug/m3, range: [0, 1000]}
                  - {id: pm10, title: {zh: 可吸入颗粒物, en: PM10}, type: number, unit: ug/m3, range: [0, 10000]}
                  - {id: temperature, title: {zh: 气温, en: Temperature}, type: number, unit: Cel, range: [-60, 60]}
                  - {id: humidity, title: {zh: 相对湿度, en: Humidity}, type: number, unit: "%", range: [0, 100]}
                  - {id: noise, title: {zh: 噪声, en: Noise}, type: number, unit: dB, range: [0, 160]}
                  - {id: wind, title: {zh: 风速, en: Wind speed}, type: number, unit: m/s, range: [0, 80]}
            """;
    /** The sixth and later ones are like the first ones, with other limits. */
    private static final List<String> KINDS = List.of(
            "when: pm25 > 15%d, for: PT10M, clear: pm25 < 115",
            "when: pm25 > 30%d, clear: pm25 < 200",
            "when: pm25 - previous.pm25 > 10%d, clear: pm25 - previous.pm25 <= 20",
            "when: \"held.pm25 >= duration('6h') && pm25 > %d\", clear: \"held.pm25 < duration('1h')\"",
            "when: pm25 > pm10 + %d.5, for: PT10M");

    private static final String MAPPINGS = """
            mappings:
              - id: bench-csv
                format: csv
                time: {column: time}
                device: {column: station, code: "{station}"}
                columns:
                  pm25: {property: pm25}
                  pm10: {property: pm10}
                  temperature: {property: temperature}
                  humidity: {property: humidity}
                  noise: {property: noise}
                  wind: {property: wind}
            """;

    private BenchPack() {}

    static Map<String, String> files(int rules) {
        Map<String, String> files =
                new TreeMap<>(Map.of("pack.yaml", PACK, "products.yaml", PRODUCTS, "mappings.yaml", MAPPINGS));
        if (rules > 0) {
            files.put("rules.yaml", rules(rules));
        }
        return files;
    }

    private static String rules(int count) {
        StringBuilder text = new StringBuilder("rules:\n");
        for (int i = 0; i < count; i++) {
            text.append("  - {id: bench-rule-%02d, product: bench-station, severity: 2, ".formatted(i))
                    .append("title: {zh: 规则, en: Rule}, ")
                    .append(KINDS.get(i % KINDS.size()).formatted(i / KINDS.size()))
                    .append("}\n");
        }
        return text.toString();
    }
}

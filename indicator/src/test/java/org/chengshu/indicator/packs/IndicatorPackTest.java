package org.chengshu.indicator.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFault;
import org.chengshu.indicator.IndicatorTest;
import org.chengshu.indicator.IndicatorView;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.Town;
import org.chengshu.indicator.TownPack;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IndicatorTest
class IndicatorPackTest {
    private static final Path SHIPPED = Path.of("..", "packs");

    @Autowired
    private TownPack pack;

    @Autowired
    private Indicators indicators;

    @Autowired
    private DSLContext sql;

    @Test
    void everyFaultIsToldWithItsLine() {
        String tables = """
                tables:
                  - id: falling
                    title: {zh: 表, en: Table}
                    curve: [[0, 0], [5, 1], [3, 2]]
                """;
        String faulty = """
                indicators:
                  - id: faulty
                    title: {zh: 指标, en: Indicator}
                    grain: day
                    dimensions: [area, product]
                    series:
                      where:
                        - {field: product, op: eq, value: x}
                        - {field: prodct, op: eq, value: x}
                      inputs:
                        a: {property: pm25}
                    let:
                      - {b: "a + c"}
                      - {a: "1"}
                      - {d: "interpolate('nowhere', a)"}
                    value: {max: [b, e], atLeast: 3}
                    attributes:
                      level: {lookup: none}
                      text: {formula: "value + 1", type: text}
                """;
        CheckReport report = pack.check(Map.of("tables.yaml", tables, "indicators.yaml", faulty));
        assertThat(places(report))
                .contains(
                        "indicators.yaml:5",
                        "indicators.yaml:9",
                        "indicators.yaml:13",
                        "indicators.yaml:14",
                        "indicators.yaml:15",
                        "indicators.yaml:16",
                        "indicators.yaml:18",
                        "indicators.yaml:19",
                        "tables.yaml:4")
                .doesNotContain("indicators.yaml:8", "indicators.yaml:11");
        assertThat(report.faults())
                .anySatisfy(fault -> assertThat(fault.message().en()).contains("did you mean product?"));
    }

    @Test
    void aMeasureMustFitItsDataset() {
        String faulty = """
                indicators:
                  - {id: a, title: {zh: 一, en: A}, grain: day, dataset: cases.case, measure: count}
                  - {id: b, title: {zh: 二, en: B}, grain: day, dataset: cases.cases, measure: {mean: kind}}
                  - {id: c, title: {zh: 三, en: C}, grain: day, dataset: cases.cases, time: kind, measure: count}
                  - {id: d, title: {zh: 四, en: D}, grain: day, dataset: cases.cases, dimensions: [hours_to_close], measure: count}
                  - {id: e, title: {zh: 五, en: E}, grain: day, dataset: cases.cases, measure: {share: [{field: closed_at, op: lt, value: soon}]}}
                  - {id: f, title: {zh: 六, en: F}, grain: fortnight, dataset: cases.cases, measure: count}
                  - {id: g, title: {zh: 七, en: G}, grain: day, dataset: cases.cases, measure: count, target: 3}
                  - {id: h, title: {zh: 八, en: H}, grain: day, dataset: cases.cases, measure: count, target: 3, better: lower}
                """;
        assertThat(places(pack.check(Map.of("i.yaml", faulty))))
                .contains("i.yaml:2", "i.yaml:3", "i.yaml:4", "i.yaml:5", "i.yaml:6", "i.yaml:7", "i.yaml:8")
                .doesNotContain("i.yaml:9");
    }

    @Test
    void anIndicatorMayStandOnAThemeOfItsOwnPack() {
        String theme = """
                themes:
                  - id: theme.cases-by-kind
                    title: {zh: 分类案件数, en: Cases by kind}
                    owner: town
                    area: area_path
                    time: day
                    schedule: "0 0 3 * * *"
                    sql: |
                      select area_path, kind, closed_at::date as day, count(*) as cases from cases.cases
                      group by area_path, kind, closed_at::date
                    fields:
                      - {name: area_path, title: {zh: 区域, en: Area}, type: text}
                      - {name: kind, title: {zh: 类型, en: Kind}, type: text}
                      - {name: day, title: {zh: 日期, en: Day}, type: date}
                      - {name: cases, title: {zh: 案件数, en: Cases}, type: integer}
                """;
        String indicator = """
                indicators:
                  - id: cases-of-a-kind
                    title: {zh: 分类案件, en: Cases of a kind}
                    grain: day
                    dimensions: [area, kind]
                    dataset: theme.cases-by-kind
                    measure: {sum: cases}
                """;
        assertThat(pack.check(Map.of("themes.yaml", theme, "indicators.yaml", indicator))
                        .faults())
                .isEmpty();
        CheckReport faulty = pack.check(
                Map.of("themes.yaml", theme, "indicators.yaml", indicator.replace("sum: cases", "sum: casses")));
        assertThat(places(faulty)).containsExactly("indicators.yaml:7");
        CheckReport alone = pack.check(Map.of("indicators.yaml", indicator.replace("by-kind", "by-kid")));
        assertThat(alone.faults()).isNotEmpty();
    }

    @Test
    void theShippedIndicatorsPass() throws IOException {
        Path air = SHIPPED.resolve("air-quality");
        CheckReport report = pack.checkNext(Map.of(
                "tables.yaml", Files.readString(air.resolve("tables.yaml")),
                "air.yaml", Files.readString(air.resolve("indicators.yaml")),
                "city.yaml", Files.readString(SHIPPED.resolve("city-base/indicators.yaml"))));
        assertThat(report.faults()).isEmpty();
        assertThat(report.passed()).isTrue();
    }

    @Test
    void applyingTwiceChangesNothing() {
        pack.apply();
        long version = version();
        pack.apply();
        assertThat(version()).isEqualTo(version);
        assertThat(indicators.list(Town.viewer("/", Indicators.READ)))
                .extracting(IndicatorView::id)
                .contains("aqi-day", "good-days", "mean-time-to-close");
    }

    private long version() {
        return sql.fetchSingle("select version from cs_indicator.catalogue").get(0, long.class);
    }

    private static List<String> places(CheckReport report) {
        return report.faults().stream().map(PackFault::place).distinct().toList();
    }
}

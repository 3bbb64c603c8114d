package org.chengshu.alarm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chengshu.alarm.centre.AlarmTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Figures of many alarms; {@code -Dchengshu.alarms=1000000} measures them at a city's size. */
@AlarmTest
class AlarmFiguresTest {
    private static final String STATISTICS = "/api/alarm/v1/statistics";
    private static final int ALARMS = Integer.getInteger("chengshu.alarms", 20_000);
    private static final String YEAR = "?from=2021-02-01T00:00:00Z&to=2022-04-01T00:00:00Z";
    private static final int RULES = 40;
    private static final int ROUNDS = 5;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    @Autowired
    FigurePacker packer;

    @LocalServerPort
    int port;

    private PeopleClient analyst;

    @BeforeEach
    void someYearsOfAlarms() {
        analyst = PeopleClient.at(port).bearer(new TestPeople(context).token("alarm:read"));
        int there = sql.fetchSingle("select count(*) from cs_alarm.alarm where area_path = '/figures/'")
                .get(0, Integer.class);
        if (there == 0) {
            fill();
        }
        packer.packDue();
    }

    /** Alarm n is of rule n % 40, lasts n % 20 minutes, and every second one is acknowledged after 30 s. */
    private void fill() {
        sql.execute("""
                insert into cs_alarm.alarm (
                    id, rule_id, rule_title_zh, rule_title_en, severity, sort, condition, subject_kind, subject_id,
                    subject_title_zh, subject_title_en, area_path, since, raised_at, recorded_at, first_acknowledged_at,
                    acknowledged_at, acknowledged_by, cleared_at, clear_recorded_at, raised_values, historical,
                    announced, first_severity, peak_severity, counts_since, again_after_s)
                select gen_random_uuid(), 'figures-' || n % ?, '规则' || n % ?, 'Rule ' || n % ?, n % 4 + 1, 'condition',
                       'pm10 > 300', 'device', 'figures-' || n % 5000, '站', 'Station', '/figures/', t, t, t,
                       case when n % 2 = 0 then t + interval '30 seconds' end,
                       case when n % 2 = 0 then t + interval '30 seconds' end,
                       case when n % 2 = 0 then 'x' end, t + n % 20 * interval '1 minute',
                       t + n % 20 * interval '1 minute', '{"pm10": 412.5, "pm25": 96.25, "previous.pm10": 298.0}', false,
                       true, n % 4 + 1, n % 4 + 1, t, case when n % 10 = 0 then 60 end
                from (select n, timestamptz '2021-03-01T00:00:00+08' + n * (interval '365 days' / ?) as t
                      from generate_series(0, ? - 1) n) s
                """, RULES, RULES, RULES, ALARMS, ALARMS);
        sql.execute("vacuum analyze cs_alarm.alarm");
    }

    @Test
    void tellsTheNoisyRulesWithTheirTimes() {
        JsonNode rows = figures("by=rule&limit=100").json().path("items");

        assertThat(rows).hasSize(RULES);
        JsonNode row = rows.valueStream()
                .filter(one -> one.path("key").asString().equals("figures-4"))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("alarms").asInt()).isEqualTo(ALARMS / RULES);
        assertThat(row.path("acknowledged").asInt()).isEqualTo(ALARMS / RULES);
        assertThat(row.path("meanSecondsToAcknowledge").asDouble()).isEqualTo(30);
        assertThat(row.path("medianSecondsToClear").asDouble()).isEqualTo(240);
        assertThat(row.path("meanSecondsToClear").asDouble()).isCloseTo(240, within(0.001));
        assertThat(row.path("clearedWithin5Minutes").asInt()).isEqualTo(ALARMS / RULES);
        assertThat(row.at("/title/en").asString()).isEqualTo("Rule 4");
        assertThat(figures("by=rule&order=flutter&limit=1")
                        .json()
                        .at("/items/0/flutter")
                        .asInt())
                .isEqualTo(ALARMS / RULES);
    }

    @Test
    void tellsTheHoursOfTheWeekByTheCitysClock() {
        JsonNode rows = figures("by=heat").json().path("items");

        assertThat(rows).hasSize(7 * 24);
        assertThat(rows.get(0).path("key").asString()).isEqualTo("1-00");
        assertThat(rows.valueStream()
                        .mapToInt(row -> row.path("alarms").asInt())
                        .sum())
                .isEqualTo(ALARMS);
        assertThat(figures("by=year").code()).isEqualTo("ALARM_FILTER_WRONG");
    }

    @Test
    void answersSoonWhateverTheNumber() {
        for (String by : List.of("all", "rule", "subject", "area", "severity", "day", "hour", "heat")) {
            System.out.printf(
                    "figures by %s among %,d alarms of a year: of 30 days median %d ms, of all %d ms%n",
                    by,
                    ALARMS,
                    millis("?from=2021-06-01T00:00:00Z&to=2021-07-01T00:00:00Z&by=" + by),
                    millis(YEAR + "&by=" + by));
        }
    }

    @Test
    void readsTheAlarmsThemselvesUntilTheirDaysArePacked() {
        sql.execute("delete from cs_alarm.figure_day where day between '2021-02-01' and '2022-04-01'");
        sql.execute("""
                insert into cs_alarm.figure_mark (day)
                select distinct cast(raised_at as date) from cs_alarm.alarm where area_path = '/figures/'
                """);
        long begin = System.nanoTime();
        assertThat(figures("by=all").json().at("/items/0/alarms").asInt()).isEqualTo(ALARMS);
        long asked = System.nanoTime();
        packer.packDue();
        System.out.printf(
                "figures of %,d alarms without packed days: %d ms; packing them: %d ms; their size: %,d bytes%n",
                ALARMS,
                (asked - begin) / 1_000_000,
                (System.nanoTime() - asked) / 1_000_000,
                sql.fetchSingle("select sum(length(body)) from cs_alarm.figure_day")
                        .get(0, Long.class));
    }

    private long millis(String query) {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            assertThat(analyst.get(STATISTICS + query).status()).isEqualTo(200);
            millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
        Collections.sort(millis);
        return millis.get(ROUNDS / 2);
    }

    private Answer figures(String query) {
        return analyst.get(STATISTICS + YEAR + "&" + query);
    }
}

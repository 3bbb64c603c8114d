package org.chengshu.alarm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.TestTown.EAST_PATH;
import static org.chengshu.core.testing.TestTown.WEST_PATH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chengshu.alarm.centre.AlarmTest;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What is answered from packed days is what the alarms themselves say, whatever became of them since. */
@AlarmTest
class PackedDaysTest {
    private static final String STATISTICS = "/api/alarm/v1/statistics";
    private static final String PERIOD = "?from=2019-03-01T05:30:00Z&to=2019-03-11T17:45:00.000001Z&limit=500";
    private static final int DAYS = 13;
    private static final List<String> GROUPS =
            List.of("all", "rule", "subject", "kind", "sort", "area", "severity", "day", "hour", "heat");
    private static final List<String> FILTERS = List.of(
            "",
            "&severity=2",
            "&rule=packed-3",
            "&subject=packed-7",
            "&area=" + TestTown.WEST,
            "&historical=true",
            "&suppressed=true",
            "&suppressed=false&severity=1",
            "&order=flutter");

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    @Autowired
    Transactions transactions;

    @Autowired
    FigurePacker packer;

    @LocalServerPort
    int port;

    private PeopleClient analyst;
    private PeopleClient west;

    @BeforeEach
    void twoWeeksOfAlarms() {
        TestTown.build(context);
        TestPeople people = new TestPeople(context);
        analyst = PeopleClient.at(port).bearer(people.token("alarm:read"));
        west = PeopleClient.at(port).bearer(people.tokenIn(TestTown.WEST, "alarm:read"));
        sql.execute("""
                delete from cs_alarm.step s using cs_alarm.alarm a where s.alarm_id = a.id and a.rule_id like 'packed-%'
                """);
        sql.execute("delete from cs_alarm.alarm where rule_id like 'packed-%'");
        sql.execute("""
                insert into cs_alarm.alarm (
                    id, rule_id, rule_title_zh, rule_title_en, severity, sort, condition, subject_kind, subject_id,
                    subject_title_zh, subject_title_en, area_path, since, raised_at, recorded_at, first_acknowledged_at,
                    cleared_at, raised_values, historical, announced, first_severity, peak_severity, again_after_s,
                    suppression, suppressor, cleared_by)
                select gen_random_uuid(), 'packed-' || n % 7, '规则', 'Rule', n % 4 + 1,
                       case when n % 7 = 6 then 'silence' else 'condition' end, 'x', case when n % 5 = 0 then 'dataset'
                       else 'device' end, 'packed-' || n % 23, '站', 'Station', case when n % 3 = 0 then ? else ? end,
                       t, t, t, case when n % 2 = 0 then t + n * interval '1.000001 seconds' end,
                       case when n % 11 <> 0 then t + n % 97 * interval '17.25 seconds' end, '{}', n % 10 = 9, true,
                       1, 1, case when n % 4 = 0 then n end, case when n % 13 = 0 and n % 11 <> 0 then 'window' end,
                       case when n % 13 = 0 and n % 11 <> 0 then 'x' end, case when n % 17 = 1 then 'x' end
                from (select n, timestamptz '2019-03-01T00:00:00+08' + n * interval '1003.000123 seconds' as t
                      from generate_series(0, 999) n) s
                """, WEST_PATH, EAST_PATH);
    }

    @Test
    void answersEveryQuestionAsTheAlarmsDo() {
        sql.execute("delete from cs_alarm.figure_day");
        List<String> before = answers();

        packer.packDue();

        assertThat(packedDays()).isEqualTo(DAYS);
        assertThat(answers()).isEqualTo(before);
        assertThat(before).doesNotHaveDuplicates();
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (PeopleClient viewer : List.of(analyst, west)) {
            for (String filter : FILTERS) {
                for (String group : GROUPS) {
                    String question = "&by=" + group + filter;
                    answers.add(question + (viewer == west ? " west " : " ") + figures(viewer, question));
                }
            }
        }
        return answers;
    }

    @Test
    void showsNobodyTheAlarmsOfAnotherDistrict() {
        packer.packDue();

        assertThat(figures(west, "&by=area").valueStream().map(row -> row.path("key")
                        .asString()))
                .containsExactly(WEST_PATH);
        assertThat(figures(analyst, "&by=area").valueStream().map(row -> row.path("key")
                        .asString()))
                .contains(WEST_PATH, EAST_PATH);
    }

    @Test
    void namesRulesSubjectsAndAreasAlsoThoseOfImportsAlone() {
        sql.execute("update cs_alarm.alarm set historical = true where rule_id = 'packed-2' and not historical");

        assertThat(titles("&by=rule")).containsOnly("Rule").hasSize(6);
        assertThat(titles("&by=rule&historical=true")).containsOnly("Rule");
        assertThat(titles("&by=subject")).containsOnly("Station");
        assertThat(titles("&by=area")).containsExactlyInAnyOrder(TestTown.WEST, TestTown.EAST);
        assertThat(titles("&by=sort")).containsOnly("");
    }

    private List<String> titles(String query) {
        return figures(analyst, query)
                .valueStream()
                .map(row -> row.at("/title/en").asString())
                .toList();
    }

    @Test
    void tellsLateChangesAtOnceAndPacksTheirDayAnew() {
        packer.packDue();
        int open = open();

        sql.execute("update cs_alarm.alarm set cleared_at = raised_at where id = (" + AN_OPEN_ONE + ")");

        assertThat(open()).isEqualTo(open - 1);
        packer.packDue();
        assertThat(marks()).isZero();
        assertThat(open()).isEqualTo(open - 1);
    }

    @Test
    void missesNoChangeThatIsCommittedWhileTheDayIsPacked() {
        packer.packDue();
        int open = open();

        transactions.run(() -> {
            sql.execute("update cs_alarm.alarm set cleared_at = raised_at where id = (" + AN_OPEN_ONE + ")");
            CompletableFuture.runAsync(() -> {
                        sql.execute("update cs_alarm.alarm set note = 'x' where id in (" + AN_OPEN_ONE + " offset 1)");
                        packer.packDue();
                    })
                    .join();
        });

        assertThat(open()).isEqualTo(open - 1);
        packer.packDue();
        assertThat(open()).isEqualTo(open - 1);
    }

    @Test
    void isTheSameWhenItIsBuiltAnew() {
        packer.packDue();
        List<String> before = bodies();
        PeopleClient keeper = PeopleClient.at(port).bearer(new TestPeople(context).token("alarm:maintain"));

        assertThat(keeper.post(STATISTICS + "/rebuild", "").json().path("days").asInt())
                .isGreaterThanOrEqualTo(DAYS);
        packer.packDue();

        assertThat(bodies()).isEqualTo(before);
        assertThat(marks()).isZero();
    }

    @Test
    void packsDaysOfAnotherFormAnewAndDoesNotReadThem() {
        packer.packDue();
        String before = figures(analyst, "&by=rule").toString();
        sql.execute("update cs_alarm.figure_day set form = 0, body = '' where day = ?", LocalDate.of(2019, 3, 4));

        assertThat(figures(analyst, "&by=rule").toString()).isEqualTo(before);
        packer.packDue();
        assertThat(packedDays()).isEqualTo(DAYS);
        assertThat(figures(analyst, "&by=rule").toString()).isEqualTo(before);
    }

    private static final String AN_OPEN_ONE = """
            select id from cs_alarm.alarm where cleared_at is null and rule_id like 'packed-%'
              and not historical and raised_at between '2019-03-04T01:00:00Z' and '2019-03-04T23:00:00Z'
            order by id limit 1
            """;

    private int open() {
        JsonNode all = figures(analyst, "&by=all").path(0);
        return all.path("alarms").asInt() - all.path("cleared").asInt();
    }

    private JsonNode figures(PeopleClient viewer, String query) {
        return viewer.get(STATISTICS + PERIOD + query).json().path("items");
    }

    private int packedDays() {
        return number("figure_day", " and form = 1");
    }

    private int marks() {
        return number("figure_mark", "");
    }

    private int number(String table, String also) {
        return sql.fetchSingle("select count(distinct day) from cs_alarm." + table
                        + " where day between '2019-02-01' and '2019-03-31'" + also)
                .get(0, Integer.class);
    }

    private List<String> bodies() {
        return sql.fetch("select md5(body) from cs_alarm.figure_day where day < '2019-04-01' order by day")
                .getValues(0, String.class);
    }
}

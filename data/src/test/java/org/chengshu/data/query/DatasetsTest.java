package org.chengshu.data.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.data.DataTestApp.LAMPS;
import static org.chengshu.data.LampWorld.clerk;
import static org.chengshu.data.LampWorld.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.Aggregate;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.DataTest;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.DatasetState;
import org.chengshu.data.Datasets;
import org.chengshu.data.Grain;
import org.chengshu.data.GroupKey;
import org.chengshu.data.LampWorld;
import org.chengshu.data.Measure;
import org.chengshu.data.Operator;
import org.chengshu.data.Order;
import org.chengshu.data.Rows;
import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class DatasetsTest {
    private static final List<String> NAMES = List.of("name");

    @Autowired
    private Datasets datasets;

    @Autowired
    private DSLContext sql;

    private LampWorld world;

    @BeforeEach
    void fourLamps() {
        world = new LampWorld(sql)
                .empty()
                .lamp("east", "/310000/310101/", 40.5, "2026-03-01T15:59:59Z")
                .lamp("east2", "/310000/310101/", 60.0, "2026-03-01T16:00:00Z")
                .lamp("west", "/310000/310102/", null, "2026-03-02T15:00:00Z")
                .lamp("lost", null, 10.0, null);
    }

    @Test
    void answersRowsInTheTypesOfTheirFields() {
        Rows rows = datasets.query(
                DatasetQuery.fields(LAMPS, List.of("name", "lit", "power", "flickers", "seen_at", "installed_on"))
                        .where(Condition.eq("name", "east")),
                reader());
        assertThat(rows.columns()).containsExactly("name", "lit", "power", "flickers", "seen_at", "installed_on");
        assertThat(rows.rows())
                .containsExactly(List.of(
                        "east",
                        true,
                        40.5,
                        4L,
                        Instant.parse("2026-03-01T15:59:59Z"),
                        java.time.LocalDate.of(2026, 1, 1)));
    }

    @Test
    void groupsByTheCitysDaysAndMeasures() {
        Rows rows = datasets.query(
                DatasetQuery.groups(
                                LAMPS,
                                List.of(new GroupKey.ByTime("seen_at", Grain.DAY)),
                                List.of(
                                        Measure.count("lamps"),
                                        Measure.of("watts", Aggregate.SUM, "power"),
                                        new Measure(
                                                "part_lit",
                                                Aggregate.SHARE,
                                                java.util.Optional.empty(),
                                                List.of(Condition.eq("lit", true)))))
                        .where(Condition.of("seen_at", Operator.IS_NULL, false))
                        .orderBy(Order.up("seen_at")),
                reader());
        assertThat(rows.rows())
                .containsExactly(
                        List.of(Instant.parse("2026-02-28T16:00:00Z"), 1L, 40.5, 1.0),
                        List.of(Instant.parse("2026-03-01T16:00:00Z"), 2L, 60.0, 0.5));
    }

    @Test
    void everyOperatorKeepsItsPromise() {
        assertThat(names(Condition.of("power", Operator.NE, 60))).containsExactlyInAnyOrder("east", "west", "lost");
        assertThat(names(Condition.of("power", Operator.LT, "40.5"))).containsExactly("lost");
        assertThat(names(Condition.of("power", Operator.LE, 40.5))).containsExactlyInAnyOrder("lost", "east");
        assertThat(names(Condition.of("flickers", Operator.GT, 4))).containsExactly("east2");
        assertThat(names(Condition.of("installed_on", Operator.GE, "2026-01-02")))
                .isEmpty();
        assertThat(names(Condition.in("name", List.of("west", "lost")))).containsExactlyInAnyOrder("west", "lost");
        assertThat(names(new Condition("power", Operator.BETWEEN, List.of(40, 60))))
                .containsExactlyInAnyOrder("east", "east2");
        assertThat(names(Condition.of("power", Operator.IS_NULL, true))).containsExactly("west");
        assertThat(names(Condition.of("name", Operator.STARTS_WITH, "east")))
                .containsExactlyInAnyOrder("east", "east2");
        assertThat(names(Condition.of("seen_at", Operator.GE, "2026-03-02")))
                .containsExactlyInAnyOrder("east2", "west");
    }

    @Test
    void wildcardsInAPrefixAreOrdinaryCharacters() {
        world.lamp("50%_off", "/", 1.0, null);
        assertThat(names(Condition.of("name", Operator.STARTS_WITH, "%"))).isEmpty();
        assertThat(names(Condition.of("name", Operator.STARTS_WITH, "50%_"))).containsExactly("50%_off");
    }

    @Test
    void aViewerOfOneDistrictSeesThatDistrictOnly() {
        Viewer east = clerk("/310000/310101/", Datasets.READ);
        assertThat(names(east)).containsExactlyInAnyOrder("east", "east2");
        assertThat(datasets.state(LAMPS, east))
                .isEqualTo(new DatasetState(2, true, java.util.Optional.of(Instant.parse("2026-03-01T16:00:00Z"))));
        assertThat(names(clerk("/310000/", Datasets.READ))).containsExactlyInAnyOrder("east", "east2", "west");
        assertThat(names(reader())).hasSize(4);
    }

    @Test
    void anAreaPathWithWildcardsOpensNothing() {
        assertThat(names(clerk("/31000_/", Datasets.READ))).isEmpty();
    }

    @Test
    void sensitiveFieldsAreLeftOutOrRefused() {
        Rows all = datasets.query(DatasetQuery.fields(LAMPS, List.of()), reader());
        assertThat(all.columns()).contains("name").doesNotContain("keeper_phone");
        refused(
                DataError.FIELD_SENSITIVE,
                () -> datasets.query(DatasetQuery.fields(LAMPS, List.of("keeper_phone")), reader()));
        refused(DataError.FIELD_SENSITIVE, () -> names(Condition.of("keeper_phone", Operator.STARTS_WITH, "1")));
        Viewer trusted = clerk("/", Datasets.READ, Datasets.READ_SENSITIVE);
        assertThat(datasets.query(DatasetQuery.fields(LAMPS, List.of()), trusted)
                        .columns())
                .contains("keeper_phone");
    }

    @Test
    void readingNeedsTheRight() {
        refused(CoreError.FORBIDDEN, () -> datasets.query(DatasetQuery.fields(LAMPS, NAMES), clerk("/")));
        assertThat(datasets.list(clerk("/"))).isEmpty();
    }

    @Test
    void namesThatAreNotInTheRegistryAreRefused() {
        refused(DataError.DATASET_NOT_FOUND, () -> datasets.get("town.lamp"));
        refused(DataError.DATASET_NOT_FOUND, () -> datasets.get("pg_catalog.pg_user"));
        for (String name : List.of("name\" from pg_user --", "name; drop table cs_town.lamp", "1", "*", "NAME", "")) {
            refused(DataError.FIELD_UNKNOWN, () -> datasets.query(DatasetQuery.fields(LAMPS, List.of(name)), reader()));
            refused(DataError.FIELD_UNKNOWN, () -> names(Condition.eq(name, "x")));
            refused(
                    DataError.FIELD_UNKNOWN,
                    () -> datasets.query(
                            DatasetQuery.groups(LAMPS, List.of(new GroupKey.ByField(name)), List.of()), reader()));
            refused(
                    DataError.FIELD_UNKNOWN,
                    () -> datasets.query(
                            DatasetQuery.groups(LAMPS, List.of(), List.of(Measure.of("m", Aggregate.SUM, name))),
                            reader()));
            refused(
                    DataError.QUERY_FAULTY,
                    () -> datasets.query(DatasetQuery.fields(LAMPS, NAMES).orderBy(Order.up(name)), reader()));
            refused(
                    DataError.QUERY_FAULTY,
                    () -> datasets.query(
                            DatasetQuery.groups(LAMPS, List.of(), List.of(Measure.count(name + " "))), reader()));
        }
    }

    @Test
    void valuesAreNeverPartOfTheStatement() {
        for (String value : List.of("' or '1'='1", "east'; drop table cs_town.lamp; --", "\\", "$1", "{0}", "?")) {
            assertThat(names(Condition.eq("name", value))).isEmpty();
            assertThat(names(Condition.of("name", Operator.STARTS_WITH, value))).isEmpty();
        }
        refused(DataError.QUERY_FAULTY, () -> names(Condition.eq("power", "1 or 1=1")));
        refused(DataError.QUERY_FAULTY, () -> names(Condition.eq("name", "nul\0")));
        refused(DataError.QUERY_FAULTY, () -> names(Condition.eq("seen_at", "yesterday")));
        refused(DataError.QUERY_FAULTY, () -> names(Condition.eq("lit", "yes")));
        assertThat(names(reader())).hasSize(4);
    }

    @Test
    void operatorsAndMeasuresMustFitTheFieldsType() {
        refused(DataError.QUERY_FAULTY, () -> names(Condition.of("lit", Operator.LT, true)));
        refused(DataError.QUERY_FAULTY, () -> names(Condition.of("power", Operator.STARTS_WITH, "4")));
        refused(
                DataError.QUERY_FAULTY,
                () -> datasets.query(
                        DatasetQuery.groups(LAMPS, List.of(), List.of(Measure.of("m", Aggregate.MEAN, "name"))),
                        reader()));
        refused(
                DataError.QUERY_FAULTY,
                () -> datasets.query(
                        DatasetQuery.groups(LAMPS, List.of(new GroupKey.ByTime("name", Grain.DAY)), List.of()),
                        reader()));
        refused(DataError.QUERY_FAULTY, () -> new Condition("name", Operator.BETWEEN, List.of("a")));
    }

    @Test
    void walksThroughRowsOneByOne() {
        List<String> seen = new ArrayList<>();
        datasets.each(
                DatasetQuery.fields(LAMPS, List.of("name", "power", "seen_at"))
                        .where(Condition.of("seen_at", Operator.IS_NULL, false))
                        .orderBy(Order.down("seen_at"))
                        .limit(DatasetQuery.EVERY_ROW),
                reader(),
                row -> seen.add(row.text(0) + " " + row.number(1) + " " + row.instant(2)));
        assertThat(seen)
                .containsExactly(
                        "west NaN 2026-03-02T15:00:00Z",
                        "east2 60.0 2026-03-01T16:00:00Z",
                        "east 40.5 2026-03-01T15:59:59Z");
    }

    @Test
    void largeDatasetsAreEstimated() {
        sql.execute("insert into cs_town.lamp (name, lit) select 'n' || i, false from generate_series(1, 12000) i");
        sql.execute("analyze cs_town.lamp");
        DatasetState state = datasets.state(LAMPS, reader());
        assertThat(state.rowsExact()).isFalse();
        assertThat(state.rows()).isBetween(10_001L, 13_000L);
    }

    private List<Object> names(Condition condition) {
        return datasets.query(DatasetQuery.fields(LAMPS, NAMES).where(condition), reader()).rows().stream()
                .map(row -> row.getFirst())
                .toList();
    }

    private List<Object> names(Viewer viewer) {
        return datasets.query(DatasetQuery.fields(LAMPS, NAMES), viewer).rows().stream()
                .map(row -> row.getFirst())
                .toList();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}

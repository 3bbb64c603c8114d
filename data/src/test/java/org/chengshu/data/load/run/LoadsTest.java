package org.chengshu.data.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Aggregate;
import org.chengshu.data.DataTest;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.Measure;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.feed.SumMethod;
import org.chengshu.data.load.CellFault;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.load.RefusedRow;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@DataTest
class LoadsTest {
    private static final Text TITLE = Text.of("商户", "Firms");
    private static final String FIRMS = "raw.firms-loaded";
    private static final List<String> COLUMNS = List.of("code", "name", "capital", "since");

    @Autowired
    private Loads loads;

    @Autowired
    private LoadEngine engine;

    @Autowired
    private LoadStore store;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Datasets datasets;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void tidy() {
        stored.find(FIRMS).ifPresent(dataset -> stored.drop(dataset.id()));
    }

    @Test
    void whatCannotBeStoredIsKeptWithItsReasonsAndStoredOncePutRight() {
        stored.define(firms());
        List<List<String>> rows = rows(1_000);
        rows.set(9, List.of("F10", "Tea", "a lot", "2020-01-01"));
        rows.set(499, List.of("F500", "Books", "12", "2020-02-30"));
        rows.set(999, List.of("F1000", "Rice", "many", "yesterday"));
        LoadView load = take(new ListFeed(COLUMNS, rows));
        assertThat(load.state()).isEqualTo(LoadState.PROMOTED);
        assertThat(List.of(load.read(), load.stored(), load.refused())).containsExactly(1_000L, 997L, 3L);
        assertThat(count()).isEqualTo(997);
        List<RefusedRow> refused = loads.refused(load.id(), 0, 10);
        assertThat(refused).extracting(RefusedRow::row).containsExactly(10L, 500L, 1_000L);
        assertThat(refused.getLast().faults()).extracting(CellFault::field).containsExactly("capital", "since");
        assertThat(refused.getFirst().faults().getFirst().reason().en()).isEqualTo("not a number: a lot");
        assertThat(refused.getFirst().cells().get(1)).contains("Tea");

        LoadView corrected = loads.take(
                order().correcting(load.id()),
                new ListFeed(
                        COLUMNS,
                        List.of(
                                List.of("F10", "Tea", "5000000", "2020-01-01"),
                                List.of("F500", "Books", "12", "2020-02-29"),
                                List.of("F1000", "Rice", "7", "2020-03-01"))),
                Viewer.system(),
                ended -> {});
        assertThat(corrected.state()).as(corrected.error().toString()).isEqualTo(LoadState.PROMOTED);
        assertThat(count()).isEqualTo(1_000);
        assertThat(loads.refused(load.id(), 0, 10))
                .allMatch(row -> row.settledBy().equals(Optional.of(corrected.id())));
        assertThat(datasets.find(FIRMS + "@1")).isPresent();
    }

    @Test
    void bothSidesAreComparedByCountAndSumOfEveryField() {
        stored.define(firms());
        LoadView load = take(new ListFeed(COLUMNS, rows(50)));
        var fields = load.reconciliation().orElseThrow().path("fields");
        assertThat(fields.size()).isEqualTo(4);
        fields.forEach(field -> {
            assertThat(field.path("same").asBoolean()).isTrue();
            assertThat(field.path("source").path("sum").asString())
                    .hasSize(16)
                    .isEqualTo(field.path("target").path("sum").asString());
        });
        assertThat(load.reconciliation().get().path("table").asLong()).isEqualTo(50);
    }

    @Test
    void aRowThatBreaksOnTheWayStopsThePromotion() {
        stored.define(firms());
        take(new ListFeed(COLUMNS, rows(10)));
        ListFeed feed = new ListFeed(COLUMNS, rows(40_001));
        feed.before(row -> {
            if (row == 40_002) {
                assertThat(sql.execute("update lake.firms_loaded__2 set name = 'Tampered' where code = 'F7'"))
                        .isEqualTo(1);
            }
        });
        LoadView load = take(feed);
        assertThat(load.state()).isEqualTo(LoadState.STOPPED);
        assertThat(load.error().orElseThrow().en()).contains("field name");
        assertThat(count()).isEqualTo(10);
        assertThat(load.reconciliation()
                        .orElseThrow()
                        .path("fields")
                        .path(1)
                        .path("same")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aSourceThatTellsOtherwiseStopsThePromotion() {
        stored.define(firms());
        LoadView counted = take(new ListFeed(COLUMNS, rows(9)).telling(SumMethod.NONE, FeedTotals.ofRows(10)));
        assertThat(counted.error().orElseThrow().en()).contains("tells of 10 rows, 9 were read");
        long sum = 0;
        for (List<String> row : rows(9)) {
            sum += sql.resultQuery("select hashtextextended(?, 0)", row.get(1)).fetchOne(0, long.class);
        }
        var told = new FeedTotals(Optional.of(9L), Map.of("name", new FeedTotals.ColumnTotal(9, sum)));
        assertThat(take(new ListFeed(COLUMNS, rows(9)).telling(SumMethod.PG64, told))
                        .state())
                .isEqualTo(LoadState.PROMOTED);
        var other = new FeedTotals(Optional.of(9L), Map.of("name", new FeedTotals.ColumnTotal(9, sum + 1)));
        assertThat(take(new ListFeed(COLUMNS, rows(9)).telling(SumMethod.PG64, other))
                        .error()
                        .orElseThrow()
                        .en())
                .contains("column name");
    }

    @Test
    void aBrokenReadGoesOnWhereItWas() {
        stored.define(firms());
        UUID id = store.insert(order(), Viewer.system());
        AtomicInteger reads = new AtomicInteger();
        Feed broken = new ListFeed(COLUMNS, rows(50_000)).before(row -> {
            if (row == 45_000) {
                throw new IllegalStateException("the line went dead");
            }
        });
        assertThatThrownBy(() -> engine.run(id, () -> broken, Watch.none(), ended -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.get(id).read()).isEqualTo(40_000);
        assertThat(store.get(id).state()).isEqualTo(LoadState.READING);
        Feed whole = new ListFeed(COLUMNS, rows(50_000)).before(row -> reads.incrementAndGet());
        LoadView load = engine.run(id, () -> whole, Watch.none(), ended -> {});
        assertThat(load.state()).as(load.error().toString()).isEqualTo(LoadState.PROMOTED);
        assertThat(load.stored()).isEqualTo(50_000);
        assertThat(count()).isEqualTo(50_000);
    }

    @Test
    void rowsComeAndGoByKeyInTheOrderOfTheDelivery() {
        stored.define(firms().keyed(RowsMode.MERGE, "code"));
        take(new ListFeed(COLUMNS, rows(3)));
        LoadView load = take(new ListFeed(
                COLUMNS,
                List.of(
                        List.of("F1", "New name", "1", "2020-01-01"),
                        List.of("F2", "", "", "DELETE"),
                        Arrays.asList(null, "Nameless", "1", "2020-01-01"),
                        List.of("F9", "Short", "1", "2020-01-01"),
                        List.of("F9", "", "", "DELETE"))));
        assertThat(load.state()).as(load.error().toString()).isEqualTo(LoadState.PROMOTED);
        assertThat(List.of(load.read(), load.stored(), load.refused(), load.removed()))
                .containsExactly(5L, 2L, 1L, 2L);
        assertThat(names()).containsExactlyInAnyOrder("New name", "Firm 3");
        take(new ListFeed(
                COLUMNS,
                List.of(
                        List.of("F1", "Gone", "1", "2020-01-01"),
                        List.of("", "", "", "CLEAR"),
                        List.of("F7", "Alone", "1", "2020-01-01"))));
        assertThat(names()).containsExactly("Alone");
        assertThat(take(new ListFeed(COLUMNS, List.of())).state()).isEqualTo(LoadState.PROMOTED);
        assertThat(stored.get(FIRMS).revision()).contains(3);
    }

    @Test
    void nothingNeverTakesThePlaceOfEverything() {
        stored.define(firms());
        take(new ListFeed(COLUMNS, rows(3)));
        assertThat(take(new ListFeed(COLUMNS, List.of())).state()).isEqualTo(LoadState.STOPPED);
        LoadView load = take(new ListFeed(COLUMNS, List.of(List.of("F1", "x", "x", "x"))));
        assertThat(load.state()).isEqualTo(LoadState.STOPPED);
        assertThat(loads.refused(load.id(), 0, 10)).hasSize(1);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void aLoadThatIsAskedToEndLeavesNothing() {
        stored.define(firms());
        UUID id = store.insert(order(), Viewer.system());
        Feed feed = new ListFeed(COLUMNS, rows(60_000)).before(row -> {
            if (row == 30_000) {
                loads.cancel(id);
            }
        });
        assertThat(engine.run(id, () -> feed, Watch.none(), ended -> {}).state())
                .isEqualTo(LoadState.CANCELLED);
        assertThat(sql.meta().getTables("firms_loaded__1")).isEmpty();
        assertThatThrownBy(() -> loads.cancel(id)).isInstanceOf(Fault.class);
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedWithWhatWouldFit() {
        stored.define(firms());
        assertThatThrownBy(() -> loads.take(
                        order().mapped(List.of(FieldMapping.of("capitol", "x"))),
                        new ListFeed(COLUMNS, rows(1)),
                        Viewer.system(),
                        ended -> {}))
                .hasMessageContaining("did you mean capital?");
        LoadView load = loads.take(
                order().mapped(List.of(FieldMapping.of("name", "nam"))),
                new ListFeed(COLUMNS, rows(1)),
                Viewer.system(),
                ended -> {});
        assertThat(load.state()).isEqualTo(LoadState.FAILED);
        assertThat(load.error().orElseThrow().en()).contains("did you mean name?");
    }

    private LoadView take(Feed feed) {
        return loads.take(order(), feed, Viewer.system(), ended -> {});
    }

    private static LoadOrder order() {
        return LoadOrder.of(FIRMS, TITLE, "list", JsonNodeFactory.instance.objectNode());
    }

    private static List<List<String>> rows(int number) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            rows.add(List.of("F" + i, "Firm " + i, i + ".50", "2020-01-0" + (1 + i % 9)));
        }
        return rows;
    }

    private long count() {
        var query = DatasetQuery.groups(
                FIRMS, List.of(), List.of(new Measure("n", Aggregate.COUNT, Optional.empty(), List.of())));
        return ((Number) datasets.query(query, LampWorld.reader()).value(0, "n").orElseThrow()).longValue();
    }

    private List<String> names() {
        return datasets.query(DatasetQuery.fields(FIRMS, List.of("name")), LampWorld.reader()).rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    private static StoredDefinition firms() {
        return StoredDefinition.of(
                FIRMS,
                TITLE,
                "market",
                List.of(
                        StoredField.of("code", Text.of("编号", "Code"), FieldType.TEXT),
                        StoredField.of("name", Text.of("名称", "Name"), FieldType.TEXT),
                        StoredField.of("capital", Text.of("资本", "Capital"), FieldType.NUMBER),
                        StoredField.of("since", Text.of("成立", "Since"), FieldType.DATE)));
    }
}

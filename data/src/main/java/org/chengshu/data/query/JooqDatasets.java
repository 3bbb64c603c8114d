package org.chengshu.data.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.DatasetState;
import org.chengshu.data.Datasets;
import org.chengshu.data.Operator;
import org.chengshu.data.Order;
import org.chengshu.data.RowReader;
import org.chengshu.data.Rows;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

@Component
final class JooqDatasets implements Datasets {
    private static final int FETCH_ROWS = 5_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final int COUNTED_ROWS = 10_000;

    private final FactRegistry registry;
    private final DSLContext sql;
    private final Transactions transactions;
    private final CitySettings settings;
    private final Composer composer;

    JooqDatasets(FactRegistry registry, DSLContext sql, Transactions transactions, CitySettings settings) {
        this.registry = registry;
        this.sql = sql;
        this.transactions = transactions;
        this.settings = settings;
        this.composer = new Composer(sql, settings.zone());
    }

    @Override
    public List<Dataset> list(Viewer viewer) {
        return viewer.may(READ) ? registry.list() : List.of();
    }

    @Override
    public Dataset get(String id) {
        return registry.get(id).dataset();
    }

    @Override
    public Optional<Dataset> find(String id) {
        return registry.find(id).map(Published::dataset);
    }

    @Override
    public void check(DatasetQuery query, Viewer viewer) {
        plan(query, viewer);
    }

    @Override
    public Rows query(DatasetQuery query, Viewer viewer) {
        if (query.limit() > DatasetQuery.MOST_ROWS) {
            throw new Fault(DataError.QUERY_FAULTY, "at most " + DatasetQuery.MOST_ROWS + " rows at once");
        }
        Plan plan = plan(query, viewer);
        List<List<Object>> rows = new ArrayList<>();
        try (Cursor<?> cursor = plan.query().queryTimeout(PATIENCE_SECONDS).fetchLazy()) {
            ResultSet results = cursor.resultSet();
            while (results.next()) {
                rows.add(values(results, plan.columns()));
            }
        } catch (SQLException e) {
            throw new DataAccessException("cannot read dataset " + query.dataset(), e);
        }
        return new Rows(plan.names(), rows);
    }

    @Override
    public void each(DatasetQuery query, Viewer viewer, RowReader reader) {
        Plan plan = plan(query, viewer);
        transactions.run(() -> {
            try (Cursor<?> cursor = plan.query().fetchSize(FETCH_ROWS).fetchLazy()) {
                ResultSet results = cursor.resultSet();
                ResultRow row = new ResultRow(results, plan.columns());
                while (results.next()) {
                    reader.read(row);
                }
            } catch (SQLException e) {
                throw new DataAccessException("cannot read dataset " + query.dataset(), e);
            }
        });
    }

    @Override
    public DatasetState state(String id, Viewer viewer) {
        Dataset dataset = get(id);
        DatasetQuery some = DatasetQuery.fields(id, List.of(dataset.timeField()));
        DatasetQuery newest = some.where(Condition.of(dataset.timeField(), Operator.IS_NULL, false))
                .orderBy(Order.down(dataset.timeField()))
                .limit(1);
        Optional<Instant> time =
                query(newest, viewer).rows().stream().findFirst().map(row -> instant(row.getFirst()));
        int counted = sql.fetchCount(plan(some.limit(COUNTED_ROWS + 1), viewer).sql());
        if (counted <= COUNTED_ROWS) {
            return new DatasetState(counted, true, time);
        }
        double estimate = sql.explain(
                        plan(some.limit(DatasetQuery.EVERY_ROW), viewer).query())
                .rows();
        return new DatasetState(Math.max(counted, Math.round(estimate)), false, time);
    }

    private Instant instant(Object time) {
        return time instanceof LocalDate day ? day.atStartOfDay(settings.zone()).toInstant() : (Instant) time;
    }

    private Plan plan(DatasetQuery query, Viewer viewer) {
        viewer.require(READ);
        return composer.compose(registry.get(query.dataset()), query, viewer);
    }

    private static List<Object> values(ResultSet results, List<Column> columns) throws SQLException {
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).read(results, i + 1));
        }
        return values;
    }
}

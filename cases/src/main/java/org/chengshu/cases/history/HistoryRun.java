package org.chengshu.cases.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.history.HistoryStore.Placed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Row;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Brings the cases of a former system in from a dataset, in one transaction. A case that is there by its number stays as
 * it is, so a run can be run again. Every row read is stored, already there or refused with its reasons.
 */
@Component
class HistoryRun {
    private static final int BATCH = 500;
    private static final int MOST_NAMED = 50;
    private static final List<String> TIMES = List.of("opened", "due", "closed");
    private static final List<FieldType> TIME_TYPES = List.of(FieldType.INSTANT, FieldType.DATE);

    private final HistoryStore store;
    private final Datasets datasets;
    private final CaseKinds kinds;
    private final Areas areas;
    private final Organisations organisations;
    private final Transactions transactions;
    private final CitySettings city;
    private final Clock clock;

    HistoryRun(
            HistoryStore store,
            Datasets datasets,
            CaseKinds kinds,
            Areas areas,
            Organisations organisations,
            Transactions transactions,
            CitySettings city,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.kinds = kinds;
        this.areas = areas;
        this.organisations = organisations;
        this.transactions = transactions;
        this.city = city;
        this.clock = clock;
    }

    /**
     * What a run did: {@code rows = stored + already + refused}. {@code outside} of the stored lie in no area and belong to
     * the history's own; {@code unknownDepartments} counts rows by departments that no organisation stands for, at most
     * fifty of them.
     */
    record Report(
            long rows,
            long stored,
            long already,
            long refused,
            long outside,
            Map<String, Long> unknownDepartments,
            boolean cancelled) {}

    /** Faults when the viewer may not read the dataset or it does not hold what the history says. */
    void check(HistorySpec spec, Viewer viewer) {
        datasets.check(query(spec), viewer);
        Dataset dataset = datasets.get(spec.dataset());
        for (String item : TIMES) {
            Optional<String> field = Optional.ofNullable(spec.fields().get(item));
            if (field.isPresent()
                    && !TIME_TYPES.contains(dataset.field(field.get()).type())) {
                throw new Fault(
                        CaseError.CASE_HISTORY_WRONG,
                        item + ": the field " + field.get() + " of " + spec.dataset() + " holds no times");
            }
        }
    }

    Report run(HistorySpec spec, Viewer viewer, JobProgress progress) {
        return transactions.call(() -> take(spec, viewer, progress));
    }

    private Report take(HistorySpec spec, Viewer viewer, JobProgress progress) {
        List<String> columns = spec.columns();
        long total = datasets.state(spec.dataset(), viewer).rows();
        store.forgetRefused(spec.id());
        Tally tally = new Tally(spec, progress, total);
        datasets.each(query(spec), viewer, row -> {
            if (!progress.cancelled()) {
                tally.take(row, columns);
            }
        });
        return tally.end(progress.cancelled());
    }

    private static DatasetQuery query(HistorySpec spec) {
        return DatasetQuery.fields(spec.dataset(), spec.columns()).limit(DatasetQuery.EVERY_ROW);
    }

    /** One run's counting. */
    private final class Tally {
        private final HistorySpec spec;
        private final JobProgress progress;
        private final long total;
        private final Area fallback;
        private final Map<String, CaseKind> known = new TreeMap<>();
        private final Map<String, Long> unknown = new TreeMap<>();
        private final List<Placed> batch = new ArrayList<>(BATCH);
        private final List<PastCaseReading.Outcome.Refused> turnedAway = new ArrayList<>();
        private long rows;
        private long stored;
        private long taken;
        private long refused;
        private long outside;

        Tally(HistorySpec spec, JobProgress progress, long total) {
            this.spec = spec;
            this.progress = progress;
            this.total = total;
            this.fallback = areas.get(spec.area());
        }

        void take(Row row, List<String> columns) {
            rows++;
            switch (PastCaseReading.read(spec, city.zone(), field -> row.value(columns.indexOf(field)))) {
                case PastCaseReading.Outcome.Taken(PastCase past) -> batch.add(placed(past));
                case PastCaseReading.Outcome.Refused no -> turnedAway.add(no);
            }
            if (batch.size() + turnedAway.size() >= BATCH) {
                flush();
            }
        }

        Report end(boolean cancelled) {
            flush();
            return new Report(rows, stored, taken - stored, refused, outside, unknown, cancelled);
        }

        private void flush() {
            for (PastCaseReading.Outcome.Refused no : turnedAway) {
                store.keepRefused(spec.id(), no.number(), joined(no, true), joined(no, false));
            }
            stored += batch.isEmpty() ? 0 : store.take(batch, note(), clock.instant());
            taken += batch.size();
            refused += turnedAway.size();
            batch.clear();
            turnedAway.clear();
            progress.at(
                    rows,
                    total,
                    Text.of("已读 " + rows + " 行，新增 " + stored + " 件", rows + " rows read, " + stored + " cases added"));
        }

        private String note() {
            return spec.title().zh() + " / " + spec.title().en();
        }

        private static String joined(PastCaseReading.Outcome.Refused no, boolean zh) {
            return String.join(
                    zh ? "；" : "; ",
                    no.why().stream().map(why -> zh ? why.zh() : why.en()).toList());
        }

        private Placed placed(PastCase past) {
            Optional<Area> area = past.position().flatMap(areas::at);
            if (past.position().isPresent() && area.isEmpty()) {
                outside++;
            }
            Optional<Organisation> department = past.department().flatMap(organisations::find);
            if (department.isEmpty()) {
                past.department()
                        .filter(name -> unknown.size() < MOST_NAMED || unknown.containsKey(name))
                        .ifPresent(name -> unknown.merge(name, 1L, Long::sum));
            }
            return new Placed(
                    Ids.at(past.opened()).toString(),
                    past.number(),
                    past.kind(),
                    past.title(),
                    past.description(),
                    past.category(),
                    area.orElse(fallback).path(),
                    past.position().map(position -> position.longitude()),
                    past.position().map(position -> position.latitude()),
                    department.map(Organisation::code),
                    department.map(Organisation::path),
                    stage(past, department.isPresent()).name(),
                    past.opened(),
                    past.due(),
                    past.closed(),
                    past.late());
        }

        private Stage stage(PastCase past, boolean dispatched) {
            if (past.closed().isPresent()) {
                return CityCase.CLOSE;
            }
            boolean waits =
                    known.computeIfAbsent(past.kind(), kinds::get).stages().contains(CityCase.DISPATCH);
            return waits && !dispatched ? CityCase.DISPATCH : CityCase.HANDLE;
        }
    }
}

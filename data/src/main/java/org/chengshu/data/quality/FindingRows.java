package org.chengshu.data.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.DataFinding;
import org.chengshu.data.query.Csv;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.kernel.Fault;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The rows that fail a finding's rule, in pages or as one file. */
@Component
final class FindingRows {
    private static final int MOST = 500;
    private static final int FETCH = 2_000;

    private final QualityRules rules;
    private final FactRegistry registry;
    private final FailingRows failing;
    private final RunStore runs;
    private final DSLContext db;
    private final Transactions transactions;

    FindingRows(
            QualityRules rules,
            FactRegistry registry,
            FailingRows failing,
            RunStore runs,
            DSLContext db,
            Transactions transactions) {
        this.rules = rules;
        this.registry = registry;
        this.failing = failing;
        this.runs = runs;
        this.db = db;
        this.transactions = transactions;
    }

    /** With a run those that failed in the revision that it looked at, as long as that is kept. */
    Page page(DataFinding finding, Optional<UUID> run, Viewer viewer, long skip, int limit) {
        if (limit < 1 || limit > MOST || skip < 0) {
            throw new Fault(CoreError.BAD_REQUEST, "limit is 1.." + MOST + ", skip at least 0");
        }
        FailingRows.Table table = failing.page(rule(finding), relation(finding, run), viewer, skip, limit + 1);
        boolean more = table.rows().size() > limit;
        return new Page(
                table.columns(),
                more ? table.rows().subList(0, limit) : table.rows(),
                more ? Optional.of(skip + limit) : Optional.empty());
    }

    void write(DataFinding finding, Viewer viewer, Writer out) throws IOException {
        FailingRows.Query query = failing.every(rule(finding), relation(finding, Optional.empty()), viewer);
        out.write(Csv.BYTE_ORDER_MARK + String.join(",", query.columns()) + Csv.LINE_END);
        try {
            transactions.run(() -> stream(query, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void stream(FailingRows.Query query, Writer out) {
        try (Cursor<? extends Record> cursor = db.fetchLazy(query.rows().fetchSize(FETCH))) {
            for (Record row : cursor) {
                out.write(FailingRows.cells(row, query.columns().size(), query.hidden()).stream()
                        .map(cell -> Csv.cell(cell.map(text -> (Object) text)))
                        .collect(Collectors.joining(",", "", Csv.LINE_END)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private QualityRule rule(DataFinding finding) {
        return rules.findEver(finding.rule())
                .orElseThrow(() ->
                        new Fault(DataError.QUALITY_RULE_NOT_FOUND, "there is no quality rule " + finding.rule()));
    }

    private Published relation(DataFinding finding, Optional<UUID> run) {
        return run.flatMap(runs::find)
                .filter(one -> one.dataset().equals(finding.dataset()))
                .flatMap(RunView::load)
                .map(load -> registry.get(finding.dataset() + "@" + load))
                .orElseGet(() -> registry.get(finding.dataset()));
    }

    /** @param next how many rows to skip for the page that follows */
    record Page(List<String> columns, List<List<Optional<String>>> rows, Optional<Long> next) {}
}

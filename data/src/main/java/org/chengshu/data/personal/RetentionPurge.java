package org.chengshu.data.personal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every night, and when asked for: empties personal fields of rows that are older than their rule allows. */
@Component
class RetentionPurge {
    /** @param dataset only this one; all that have a rule when absent */
    record Asked(Optional<String> dataset) {}

    private final PersonalStore store;
    private final StoredDatasets datasets;
    private final RowTraces rows;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;
    private final JsonMapper json;

    RetentionPurge(
            PersonalStore store,
            StoredDatasets datasets,
            RowTraces rows,
            Audit audit,
            Transactions transactions,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.datasets = datasets;
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    JsonNode run(Asked asked, JobRun run) {
        List<RetentionRule> rules = store.rules().stream()
                .filter(rule ->
                        asked.dataset().isEmpty() || asked.dataset().get().equals(rule.dataset()))
                .toList();
        long all = 0;
        for (int i = 0; i < rules.size() && !run.cancelled(); i++) {
            RetentionRule rule = rules.get(i);
            run.at(i, rules.size(), Text.of(rule.dataset(), rule.dataset()));
            Optional<StoredDataset> dataset = datasets.find(rule.dataset());
            if (dataset.isPresent()) {
                all += transactions.call(() -> purge(rule, dataset.get()));
            }
        }
        return json.valueToTree(Map.of("rules", rules.size(), "rows", all));
    }

    private long purge(RetentionRule rule, StoredDataset dataset) {
        Instant before = clock.instant().minus(Duration.ofDays(rule.days()));
        Condition old = DSL.field(DSL.name(rule.field()), SQLDataType.TIMESTAMPWITHTIMEZONE)
                .lessThan(before.atOffset(ZoneOffset.UTC));
        long emptied = rows.emptyBefore(dataset, rule.field(), old);
        store.ran(rule.dataset(), emptied);
        if (emptied > 0) {
            audit.record(AuditEntry.done(
                    Optional.empty(),
                    "system",
                    "personal-data.expired",
                    Map.of("dataset", rule.dataset(), "rows", String.valueOf(emptied), "before", before.toString())));
        }
        return emptied;
    }

    /** Whether the age of rows can be taken from this field. */
    static boolean isTime(StoredDataset dataset, String field) {
        return field.equals(StoredDefinition.LOADED_AT)
                || dataset.definition()
                        .field(field)
                        .map(StoredField::type)
                        .filter(type -> type == FieldType.INSTANT || type == FieldType.DATE)
                        .isPresent();
    }
}

package org.chengshu.data.quality;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.DataError;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityCompiler;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.data.rule.QualitySet;
import org.chengshu.data.rule.RuleJson;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people do to rules. Those of packs are changed in their packs. */
@Component
final class RuleDesk {
    private static final int SHOWN = 20;

    private final QualityRules rules;
    private final QualityCompiler compiler;
    private final Counting counting;
    private final FailingRows failing;
    private final FactRegistry registry;
    private final Organisations organisations;
    private final Transactions transactions;

    RuleDesk(
            QualityRules rules,
            QualityCompiler compiler,
            Counting counting,
            FailingRows failing,
            FactRegistry registry,
            Organisations organisations,
            Transactions transactions) {
        this.rules = rules;
        this.compiler = compiler;
        this.counting = counting;
        this.failing = failing;
        this.registry = registry;
        this.organisations = organisations;
        this.transactions = transactions;
    }

    QualityRule make(JsonNode spec) {
        QualityRule rule = fitting(spec);
        return transactions.call(() -> {
            if (rules.find(rule.id()).isPresent()) {
                throw new Fault(DataError.RULE_ID_TAKEN, "there is a rule " + rule.id() + " already");
            }
            rules.put(rule);
            return rules.get(rule.id());
        });
    }

    QualityRule change(String id, JsonNode spec, IfMatch ifMatch) {
        QualityRule rule = fitting(spec);
        if (!rule.id().equals(id)) {
            throw new Fault(DataError.RULE_FAULTY, "a rule keeps its id " + id);
        }
        return transactions.call(() -> {
            byHand(rules.lock(id), ifMatch);
            rules.put(rule);
            return rules.get(id);
        });
    }

    void withdraw(String id, IfMatch ifMatch) {
        transactions.run(() -> {
            byHand(rules.lock(id), ifMatch);
            rules.retire(id);
        });
    }

    private static void byHand(QualityRule there, IfMatch ifMatch) {
        there.pack().ifPresent(pack -> {
            throw new Fault(DataError.RULE_OF_PACK, "it is in pack " + pack);
        });
        ifMatch.require(there.version());
    }

    /** What a rule would raise now, without making it. */
    Trial tried(JsonNode spec, Viewer viewer) {
        QualityRule rule = fitting(spec);
        Published relation = registry.get(rule.dataset());
        RuleResult result = counting.count(List.of(rule), relation).results().getFirst();
        if (result.unfit().isPresent()) {
            throw new Fault(DataError.RULE_FAULTY, result.unfit().get());
        }
        FailingRows.Table shown = failing.page(rule, relation, viewer, 0, SHOWN);
        return new Trial(result.failing(), result.checked(), shown.columns(), shown.rows());
    }

    private QualityRule fitting(JsonNode spec) {
        String dataset = spec.path("dataset").asString("");
        Published relation = registry.get(dataset);
        QualityRule rule = RuleJson.read(spec, dataset, Optional.empty(), 1);
        try {
            compiler.check(rule, relation);
        } catch (Fault e) {
            String words = String.valueOf(e.getMessage());
            throw new FaultyInput(
                    DataError.RULE_FAULTY,
                    words,
                    List.of(new PlacedFault("/check", Text.of(e.code().title().zh() + "：" + words, words))));
        }
        return rule;
    }

    QualitySet set(QualitySet set, IfMatch ifMatch) {
        set.owner().ifPresent(organisations::get);
        registry.get(set.dataset());
        return transactions.call(() -> {
            QualitySet there = rules.set(set.dataset());
            there.pack().ifPresent(pack -> {
                throw new Fault(DataError.RULE_OF_PACK, "it is in pack " + pack);
            });
            ifMatch.require(there.version());
            rules.put(set);
            return rules.set(set.dataset());
        });
    }

    /** Counts, and the first rows that fail as far as the viewer sees them. */
    record Trial(long wouldRaise, long checked, List<String> columns, List<List<Optional<String>>> rows) {}
}

package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.ProfileStore;
import org.chengshu.data.profile.Profiler;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.quality.Counting;
import org.chengshu.data.quality.RuleResult;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.data.rule.RuleJson;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles a dataset, keeps the profile, and proposes the rules that it suggests with what each would raise now. */
@Component
final class ProposalDesk {
    private static final Set<String> ADJUSTABLE = Set.of("title", "severity", "weight", "tolerance", "kind", "check");

    private final Profiler profiler;
    private final ProfileStore profiles;
    private final ProposalStore store;
    private final QualityRules rules;
    private final Counting counting;
    private final FactRegistry registry;
    private final Transactions transactions;

    ProposalDesk(
            Profiler profiler,
            ProfileStore profiles,
            ProposalStore store,
            QualityRules rules,
            Counting counting,
            FactRegistry registry,
            Transactions transactions) {
        this.profiler = profiler;
        this.profiles = profiles;
        this.store = store;
        this.rules = rules;
        this.counting = counting;
        this.registry = registry;
        this.transactions = transactions;
    }

    /** Measures what is current; answers how many rules are proposed. */
    int propose(String dataset, Optional<Long> load) {
        Published relation = registry.get(dataset);
        Study study = profiler.study(relation, load);
        profiles.add(study.profile());
        List<Counted> counted = counted(relation, Proposer.drafts(relation.dataset(), study, others(dataset)));
        return transactions.call(() -> replace(dataset, counted));
    }

    private List<Profile> others(String dataset) {
        return registry.list().stream()
                .filter(other -> !other.id().equals(dataset))
                .flatMap(other -> profiles.latest(other.id()).stream())
                .toList();
    }

    private List<Counted> counted(Published relation, List<Draft> drafts) {
        Map<String, Draft> byId = new HashMap<>();
        List<QualityRule> asRules = new ArrayList<>();
        for (Draft draft : drafts) {
            QualityRule rule = RuleJson.read(draft.spec(), relation.dataset().id(), Optional.empty(), 1);
            byId.put(rule.id(), draft);
            asRules.add(rule);
        }
        return counting.count(asRules, relation).results().stream()
                .filter(result -> result.unfit().isEmpty())
                .map(result -> new Counted(byId.get(result.rule().id()), result))
                .filter(Counted::isWorthIt)
                .toList();
    }

    private int replace(String dataset, List<Counted> counted) {
        store.forgetOpen(dataset);
        Set<String> decided = store.decided(dataset);
        int added = 0;
        for (Counted one : counted) {
            String id = one.result().rule().id();
            if (!decided.contains(id) && rules.find(id).isEmpty()) {
                store.add(
                        dataset,
                        one.draft(),
                        one.result().failing(),
                        one.result().checked());
                added++;
            }
        }
        return added;
    }

    /** Makes the rule, with what the person changed of it. */
    QualityRule accept(UUID id, JsonNode changes, Viewer who) {
        return transactions.call(() -> {
            Proposal proposal = open(id);
            ObjectNode spec = (ObjectNode) proposal.rule().deepCopy();
            changes.properties().stream()
                    .filter(entry -> ADJUSTABLE.contains(entry.getKey()))
                    .forEach(entry -> spec.set(entry.getKey(), entry.getValue()));
            QualityRule rule = RuleJson.read(spec, proposal.dataset(), Optional.empty(), 1);
            rules.put(rule);
            store.decide(id, "accepted", who.displayName());
            return rules.get(rule.id());
        });
    }

    void dismiss(UUID id, Viewer who) {
        transactions.run(() -> {
            open(id);
            store.decide(id, "dismissed", who.displayName());
        });
    }

    private Proposal open(UUID id) {
        Proposal proposal = store.lock(id);
        if (!proposal.state().equals("open")) {
            throw new Fault(DataError.PROPOSAL_DECIDED, "it was " + proposal.state());
        }
        return proposal;
    }

    /** A draft and what it would raise. */
    private record Counted(Draft draft, RuleResult result) {
        boolean isWorthIt() {
            return (draft.guard() && result.failing() <= draft.most() * result.checked())
                    || (result.failing() > 0 && result.failing() <= draft.most() * result.checked());
        }
    }
}

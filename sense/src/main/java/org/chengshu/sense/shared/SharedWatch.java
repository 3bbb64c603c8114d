package org.chengshu.sense.shared;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rulebook.SharedFormula;
import org.chengshu.sense.rulebook.SharedRule;
import org.springframework.stereotype.Component;

/**
 * Judges the rules over several devices about once a second, by latest values no older than the rule allows, on the
 * platform's clock. What it remembers is written with what it decides.
 */
@Component
final class SharedWatch implements SharedRuns {
    private final RuleBook rules;
    private final Board board;
    private final Places places;
    private final SharedRunStore store;
    private final Alarms alarms;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<SharedRun.Key, SharedRun> runs;
    private final Map<SharedFormula, Tally> tallies = new HashMap<>();

    SharedWatch(
            RuleBook rules,
            Board board,
            Places places,
            SharedRunStore store,
            Alarms alarms,
            Transactions transactions,
            Clock clock) {
        this.rules = rules;
        this.board = board;
        this.places = places;
        this.store = store;
        this.alarms = alarms;
        this.transactions = transactions;
        this.clock = clock;
        this.runs = store.all();
    }

    synchronized void look() {
        List<SharedRule> known = rules.shared();
        if (known.isEmpty() && runs.isEmpty()) {
            return;
        }
        board.prepare();
        tallies.keySet().retainAll(formulas(known));
        Instant now = clock.instant();
        Set<SharedRun.Key> judged = new HashSet<>();
        for (SharedRule rule : known) {
            for (Places.Crowd crowd : places.of(rule, now)) {
                SharedRun.Key key =
                        new SharedRun.Key(rule.id(), crowd.subject().subject().key());
                judged.add(key);
                judge(rule, crowd, key, now);
            }
        }
        Set<SharedRun.Key> gone = new HashSet<>(runs.keySet());
        gone.removeAll(judged);
        gone.forEach(key -> end(key, now, Map.of()));
    }

    @Override
    public synchronized void forget(String rule, Subject subject) {
        SharedRun.Key key = new SharedRun.Key(rule, subject.key());
        if (runs.containsKey(key)) {
            transactions.run(() -> store.remove(key));
            runs.remove(key);
        }
    }

    private static Set<SharedFormula> formulas(List<SharedRule> rules) {
        Set<SharedFormula> formulas = new HashSet<>();
        rules.forEach(rule -> {
            formulas.add(rule.when());
            rule.clear().ifPresent(formulas::add);
        });
        return formulas;
    }

    private void judge(SharedRule rule, Places.Crowd crowd, SharedRun.Key key, Instant now) {
        Tally.Answer when = ask(rule, rule.when(), crowd, now);
        Optional<SharedRun> run = Optional.ofNullable(runs.get(key));
        if (run.flatMap(SharedRun::raisedAt).isPresent()) {
            Tally.Answer over =
                    rule.clear().map(clear -> ask(rule, clear, crowd, now)).orElse(when);
            if (over.holds().filter(holds -> holds == rule.clear().isPresent()).isPresent()) {
                end(key, now, over.values());
            }
            return;
        }
        boolean awake = rule.hours().map(hours -> hours.isActive(now)).orElse(true);
        if (!awake || when.holds().filter(holds -> !holds).isPresent()) {
            run.ifPresent(broken -> end(key, now, Map.of()));
        } else if (when.holds().isPresent()) {
            prolong(rule, crowd, key, run.map(SharedRun::since).orElse(now), now, when.values());
        }
    }

    private Tally.Answer ask(SharedRule rule, SharedFormula formula, Places.Crowd crowd, Instant now) {
        return tallies.computeIfAbsent(formula, Tally::new).ask(crowd.devices(), board, now.minus(rule.maxAge()));
    }

    private void prolong(
            SharedRule rule,
            Places.Crowd crowd,
            SharedRun.Key key,
            Instant since,
            Instant now,
            Map<String, Object> values) {
        boolean due = !since.plus(rule.lasting()).isAfter(now);
        SharedRun run = new SharedRun(since, due ? Optional.of(now) : Optional.empty());
        if (!due && runs.containsKey(key)) {
            return;
        }
        transactions.run(() -> {
            store.put(key, run);
            if (due) {
                alarms.raise(Signal.live(words(rule), crowd.subject(), since, now, values));
            }
        });
        runs.put(key, run);
    }

    private static AlarmRule words(SharedRule rule) {
        return new AlarmRule(
                rule.id(),
                rule.title(),
                rule.severity(),
                AlarmSort.CONDITION,
                rule.when().source(),
                rule.byHand());
    }

    /** Also when the rule or the crowd is gone. */
    private void end(SharedRun.Key key, Instant now, Map<String, Object> values) {
        boolean raised = runs.get(key).raisedAt().isPresent();
        transactions.run(() -> {
            store.remove(key);
            if (raised) {
                alarms.clear(key.rule(), subject(key), now, values);
            }
        });
        runs.remove(key);
    }

    private static Subject subject(SharedRun.Key key) {
        int colon = key.subject().indexOf(':');
        return new Subject(key.subject().substring(0, colon), key.subject().substring(colon + 1));
    }
}

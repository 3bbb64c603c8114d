package org.chengshu.sense.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.chengshu.formula.BoundFormula;
import org.chengshu.sense.codec.Micros;

/**
 * Judges one rule. Its cells: when the alarm was raised, its level, since when each level has held, then (if the rule needs
 * them) when any level last held and the times of the last occurrences, the oldest first.
 */
final class RuleJudge {
    static final int RAISED = 0;
    static final int LEVEL = 1;
    static final int SINCE = 2;

    private final Rule rule;
    private final int start;
    private final BoundFormula[] levels;
    private final long[] lasting;
    private final Optional<BoundFormula> clear;
    private final long after;
    private final int lastHeld;
    private final int occurrences;
    private final int times;
    private final long within;
    private final boolean watchesLevels;
    private final Map<String, Integer> looksAt = new HashMap<>();

    RuleJudge(Rule rule, int start, ToIntFunction<String> placeOf) {
        this.rule = rule;
        this.start = start;
        this.levels =
                rule.levels().stream().map(level -> level.when().bind(placeOf)).toArray(BoundFormula[]::new);
        this.lasting = rule.levels().stream()
                .mapToLong(level -> Micros.of(level.lasting()))
                .toArray();
        this.clear = rule.ending().clear().map(formula -> formula.bind(placeOf));
        this.after = rule.ending().after().map(Micros::of).orElse(Micros.NONE);
        this.lastHeld = start + SINCE + levels.length;
        this.occurrences = lastHeld + (rule.ending().after().isPresent() ? 1 : 0);
        this.times = rule.repeat().map(Repeat::times).orElse(0);
        this.within = rule.repeat().map(repeat -> Micros.of(repeat.within())).orElse(0L);
        this.watchesLevels = levels.length > 1 || clear.isEmpty() || after != Micros.NONE || times > 0;
        rule.inputs().forEach(input -> looksAt.put(Word.property(input), placeOf.applyAsInt(Word.property(input))));
    }

    static int width(Rule rule) {
        return SINCE
                + rule.levels().size()
                + (rule.ending().after().isPresent() ? 1 : 0)
                + rule.repeat().map(Repeat::times).orElse(0);
    }

    /** Takes over what was remembered under the same wording, and an open alarm under any. */
    void adopt(Run run, long[] cells) {
        if (run.fingerprint().equals(rule.fingerprint()) && run.cells().size() == width(rule)) {
            for (int i = 0; i < width(rule); i++) {
                cells[start + i] = run.cells().get(i);
            }
        } else if (run.isRaised()) {
            cells[start + RAISED] = run.cells().get(RAISED);
            cells[start + LEVEL] = Math.clamp(run.cells().get(LEVEL), 0, levels.length - 1);
            if (after != Micros.NONE) {
                cells[lastHeld] = run.cells().get(RAISED);
            }
        }
    }

    void judge(Moment moment) {
        if (moment.get(start + RAISED) != Micros.NONE) {
            judgeOpen(moment);
        } else if (!isAwake(moment)) {
            breakRuns(moment);
        } else {
            judgeQuiet(moment);
        }
    }

    private void judgeQuiet(Moment moment) {
        if (moment.gap) {
            breakRuns(moment);
        }
        int reached = -1;
        for (int level = 0; level < levels.length; level++) {
            Optional<Boolean> holds = levels[level].ask(moment.slots);
            if (holds.isPresent()) {
                reached = lengthen(moment, level, holds.get()) ? level : reached;
            }
        }
        if (reached >= 0) {
            raise(moment, reached);
        }
    }

    private void breakRuns(Moment moment) {
        for (int level = 0; level < levels.length; level++) {
            moment.set(start + SINCE + level, Micros.NONE);
        }
    }

    /** Lengthens or breaks a level's run; answers whether it has lasted long enough, or happened often enough. */
    private boolean lengthen(Moment moment, int level, boolean holds) {
        int since = start + SINCE + level;
        if (!holds) {
            moment.set(since, Micros.NONE);
            return false;
        }
        if (moment.get(since) == Micros.NONE) {
            moment.set(since, moment.time);
        }
        if (times > 0) {
            note(moment);
            return isOften(moment);
        }
        return moment.time - moment.get(since) >= lasting[level];
    }

    private void note(Moment moment) {
        for (int i = 1; i < times; i++) {
            moment.set(occurrences + i - 1, moment.get(occurrences + i));
        }
        moment.set(occurrences + times - 1, moment.time);
    }

    private boolean isOften(Moment moment) {
        long oldest = moment.get(occurrences);
        return oldest != Micros.NONE && moment.time - oldest <= within;
    }

    private void raise(Moment moment, int level) {
        long since = moment.get(times > 0 ? occurrences : start + SINCE + level);
        moment.set(start + RAISED, moment.time);
        moment.set(start + LEVEL, level);
        if (after != Micros.NONE) {
            moment.set(lastHeld, moment.time);
        }
        moment.decide(new Decision.Raise(
                rule, rule.levels().get(level), Micros.instant(since), Micros.instant(moment.time), values(moment)));
    }

    private void judgeOpen(Moment moment) {
        boolean allFalse = false;
        int top = -1;
        if (watchesLevels) {
            int current = (int) moment.get(start + LEVEL);
            allFalse = true;
            boolean sure = true;
            for (int level = 0; level < levels.length; level++) {
                Optional<Boolean> holds = levels[level].ask(moment.slots);
                allFalse &= holds.isPresent() && !holds.get();
                sure &= level != current || holds.isPresent();
                if (holds.isPresent() && stands(moment, level, current, holds.get())) {
                    top = level;
                }
            }
            top = top < current && !sure ? -1 : top;
        }
        if (isOver(moment, allFalse)) {
            clear(moment);
        } else if (top >= 0 && top != moment.get(start + LEVEL)) {
            change(moment, top);
        }
    }

    /** Whether an open alarm could be at this level: a worse one must have lasted, the present or a milder one holds. */
    private boolean stands(Moment moment, int level, int current, boolean holds) {
        if (holds && after != Micros.NONE) {
            moment.set(lastHeld, moment.time);
        }
        boolean lasts = (levels.length > 1 || times > 0) && lengthen(moment, level, holds);
        return level <= current ? holds : lasts && isAwake(moment);
    }

    private boolean isAwake(Moment moment) {
        return moment.judged && (rule.hours().isEmpty() || rule.hours().get().isActive(moment.time));
    }

    private boolean isOver(Moment moment, boolean allFalse) {
        if (clear.isPresent() && clear.get().ask(moment.slots).orElse(false)) {
            return true;
        }
        if (after != Micros.NONE) {
            return moment.time - moment.get(lastHeld) >= after;
        }
        return clear.isEmpty() && allFalse && (times == 0 || !isOften(moment));
    }

    private void clear(Moment moment) {
        for (int cell = start; cell < start + width(rule); cell++) {
            moment.set(cell, Micros.NONE);
        }
        moment.decide(new Decision.Clear(rule.id(), Micros.instant(moment.time), values(moment)));
    }

    private void change(Moment moment, int level) {
        moment.set(start + LEVEL, level);
        List<Level> known = rule.levels();
        moment.decide(new Decision.Change(rule, known.get(level), Micros.instant(moment.time), values(moment)));
    }

    private Map<String, Object> values(Moment moment) {
        Map<String, Object> values = new HashMap<>();
        looksAt.forEach((property, place) -> moment.slots.find(place).ifPresent(value -> values.put(property, value)));
        return values;
    }
}

package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.formula.Slots;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/**
 * Judges the observations of a device one by one, on event time. Pure: the same observations in the same order give the
 * same decisions however they are cut into batches. Safe for many threads.
 */
public final class RuleMachine {
    private final RulePlan plan;
    private final Shape shape;
    private final RuleJudge[] judges;
    private final RulePlan.Tracked[] remembered;
    private final Value[] noValues;
    private final long[] noTimes;
    private final long longest;
    private final ThreadLocal<Scratch> scratch;

    public RuleMachine(List<Rule> rules, Optional<Duration> maxSilence) {
        this.plan = new RulePlan(rules);
        this.shape = plan.shape();
        this.judges = plan.judges().toArray(RuleJudge[]::new);
        this.remembered = shape.properties().stream().map(plan::find).toArray(RulePlan.Tracked[]::new);
        this.noValues = new Value[remembered.length];
        this.noTimes = new long[2 * remembered.length];
        this.longest = maxSilence.map(Micros::of).orElse(Long.MAX_VALUE);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(plan.slots(), noValues.clone()));
    }

    /** What a thread fills for each observation, made once. */
    private record Scratch(Slots slots, Value[] now) {}

    /** Judges an observation without knowing what is usual. */
    public Step step(DeviceMemory memory, Observation seen) {
        return step(memory, seen, Usual.UNKNOWN, true);
    }

    /** A device that is not to be judged (it is being worked on) has no runs and raises nothing; what is open may clear. */
    @SuppressWarnings("ReferenceEquality") // a memory is laid out for these rules or was adopted
    public Step step(DeviceMemory memory, Observation seen, Usual usual, boolean judged) {
        long time = Micros.of(seen.time());
        if (memory.isLate(time)) {
            return new Step(memory, List.of(), true);
        }
        DeviceMemory before = memory.shape == shape ? memory : adopt(memory);
        Scratch known = scratch.get();
        Slots slots = known.slots();
        slots.clear();
        tellValues(known, seen);
        DeviceMemory after = remembered.length == 0 ? before : remember(known, before, time);
        tellUsual(slots, usual);
        boolean gap = before.last != Micros.NONE && time - before.last > longest;
        Moment moment = new Moment(slots, time, gap, judged, before.runs);
        for (RuleJudge judge : judges) {
            judge.judge(moment);
        }
        List<Decision> decisions = memory == before ? moment.decisions() : withDropped(memory, moment);
        return new Step(
                new DeviceMemory(shape, time, after.values, after.times, shared(moment.cells(), before.runs)),
                decisions,
                false);
    }

    /** The properties that the rules look at. */
    public Set<String> properties() {
        return plan.properties();
    }

    /** Whether a rule asks what is usual. */
    public boolean asksUsual() {
        return !plan.usualOnes().isEmpty();
    }

    /** The properties of which a rule asks what is usual. */
    public List<String> usualProperties() {
        return plan.usualOnes().stream().map(property -> property.name).toList();
    }

    private void tellValues(Scratch known, Observation seen) {
        for (int i = 0; i < seen.size(); i++) {
            RulePlan.Tracked property = plan.find(seen.name(i));
            if (property != null) {
                property.tell(known.slots(), seen.value(i));
                if (property.memory >= 0) {
                    known.now()[property.memory] = seen.value(i);
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the one that knows nothing
    private void tellUsual(Slots slots, Usual usual) {
        if (usual != Usual.UNKNOWN) {
            plan.usualOnes()
                    .forEach(property -> usual.of(property.name).ifPresent(band -> property.tellUsual(slots, band)));
        }
    }

    private DeviceMemory remember(Scratch known, DeviceMemory before, long time) {
        Slots slots = known.slots();
        Value[] values = before.values.clone();
        long[] times = before.times.clone();
        for (int i = 0; i < remembered.length; i++) {
            Value former = values[i];
            boolean reaches = former != null && time - times[2 * i + 1] <= longest;
            Value now = known.now()[i];
            known.now()[i] = null;
            if (now == null) {
                if (reaches) {
                    remembered[i].tellPrevious(slots, former);
                }
                continue;
            }
            if (reaches) {
                remembered[i].tellPrevious(slots, former, now, time - times[2 * i + 1]);
            }
            if (!reaches || !former.equals(now)) {
                values[i] = now;
                times[2 * i] = time;
            }
            times[2 * i + 1] = time;
            remembered[i].tellHeld(slots, time - times[2 * i]);
        }
        return new DeviceMemory(shape, time, values, times, before.runs);
    }

    /** Most devices have nothing running most of the time: those share their cells. */
    @SuppressWarnings("ReferenceEquality") // cells are shared until they change
    private long[] shared(long[] cells, long[] before) {
        return cells != before && Arrays.equals(cells, shape.noRuns()) ? shape.noRuns() : cells;
    }

    /** A rule that was taken away cannot clear its alarm later, so it does so at the next sign of the device. */
    private List<Decision> withDropped(DeviceMemory memory, Moment moment) {
        List<Decision> decisions = new ArrayList<>(moment.decisions());
        Instant at = Micros.instant(moment.time);
        for (String rule : memory.raised()) {
            if (!shape.rules().contains(rule)) {
                decisions.add(new Decision.Clear(rule, at, Map.of()));
            }
        }
        return decisions;
    }

    /** The memory laid out for these rules; a run that began under another wording is kept only as an open alarm. */
    private DeviceMemory adopt(DeviceMemory memory) {
        Value[] values = noValues;
        long[] times = noTimes;
        if (memory.values.length > 0 && remembered.length > 0) {
            values = noValues.clone();
            times = noTimes.clone();
            Map<String, Held> held = memory.held();
            for (int i = 0; i < remembered.length; i++) {
                Held one = held.get(remembered[i].name);
                if (one != null) {
                    values[i] = one.value();
                    times[2 * i] = Micros.of(one.since());
                    times[2 * i + 1] = Micros.of(one.seen());
                }
            }
        }
        return new DeviceMemory(shape, memory.last, values, times, adoptRuns(memory.runs()));
    }

    private long[] adoptRuns(Map<String, Run> runs) {
        if (runs.isEmpty()) {
            return shape.noRuns();
        }
        long[] cells = shape.noRuns().clone();
        for (int rule = 0; rule < judges.length; rule++) {
            Run run = runs.get(shape.rules().get(rule));
            if (run != null) {
                judges[rule].adopt(run, cells);
            }
        }
        return shared(cells, shape.noRuns());
    }
}

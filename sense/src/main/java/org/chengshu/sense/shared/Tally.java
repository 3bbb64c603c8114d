package org.chengshu.sense.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.formula.BoundFormula;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.Slots;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rulebook.SharedFormula;
import org.chengshu.wire.Value;

/**
 * Asks the devices of a crowd, each by its latest values that are fresh enough, and puts their answers together. When none has
 * a fresh value nothing is known: a whole area that fell silent is not well again.
 */
final class Tally {
    private final SharedFormula formula;
    private final List<String> properties;
    private final List<BoundFormula> asked = new ArrayList<>();
    private final Slots slots;

    Tally(SharedFormula formula) {
        this.formula = formula;
        Set<String> names = new LinkedHashSet<>();
        formula.parts().forEach(part -> names.addAll(part.formula().inputs()));
        this.properties = List.copyOf(names);
        this.slots = new Slots(properties.size());
        formula.parts().forEach(part -> asked.add(part.formula().bind(properties::indexOf)));
    }

    /** The answer, if there is one, and the numbers that led to it. */
    record Answer(Optional<Boolean> holds, Map<String, Object> values) {}

    Answer ask(List<KnownDevice> devices, Board board, Instant notBefore) {
        List<Sum> sums = formula.parts().stream().map(Sum::new).toList();
        int fresh = 0;
        for (KnownDevice device : devices) {
            if (!fill(device, board, notBefore)) {
                continue;
            }
            fresh++;
            for (int part = 0; part < sums.size(); part++) {
                sums.get(part).add(asked.get(part), slots);
            }
        }
        return answer(sums, fresh);
    }

    private boolean fill(KnownDevice device, Board board, Instant notBefore) {
        slots.clear();
        boolean any = false;
        for (int place = 0; place < properties.size(); place++) {
            Optional<Board.Latest> latest = board.find(device.id(), properties.get(place))
                    .filter(one -> !one.time().isBefore(notBefore));
            if (latest.isPresent()) {
                any = true;
                set(place, latest.get().value());
            }
        }
        return any;
    }

    private void set(int place, Value value) {
        switch (value) {
            case Value.Num(double number) -> slots.setNumber(place, number);
            case Value.Bool(boolean flag) -> slots.setBoolean(place, flag);
            case Value.Str(String text) -> slots.setText(place, text);
        }
    }

    private Answer answer(List<Sum> sums, int fresh) {
        Map<String, Object> known = new HashMap<>();
        Map<String, Object> shown = new HashMap<>();
        known.put(SharedFormula.DEVICES, (double) fresh);
        shown.put(SharedFormula.DEVICES, (double) fresh);
        for (Sum sum : sums) {
            sum.result().ifPresent(number -> {
                known.put(sum.part.name(), number);
                shown.put(sum.part.source(), number);
            });
        }
        if (fresh == 0) {
            return new Answer(Optional.empty(), shown);
        }
        try {
            return new Answer(formula.whole().evaluateIfKnown(known).map(Boolean.class::cast), shown);
        } catch (EvaluationFault e) {
            return new Answer(Optional.empty(), shown);
        }
    }

    /** The answers of the devices to one part. */
    private static final class Sum {
        private final SharedFormula.Part part;
        private int answers;
        private int yes;
        private double sum;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        private Sum(SharedFormula.Part part) {
            this.part = part;
        }

        private void add(BoundFormula formula, Slots slots) {
            if (part.kind() == SharedFormula.Kind.COUNT || part.kind() == SharedFormula.Kind.SHARE) {
                formula.ask(slots).ifPresent(answer -> {
                    answers++;
                    yes += answer ? 1 : 0;
                });
                return;
            }
            formula.number(slots).ifPresent(number -> {
                answers++;
                sum += number;
                lowest = Math.min(lowest, number);
                highest = Math.max(highest, number);
            });
        }

        private Optional<Double> result() {
            if (part.kind() == SharedFormula.Kind.COUNT) {
                return Optional.of((double) yes);
            }
            if (answers == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (part.kind()) {
                        case COUNT, SHARE -> (double) yes / answers;
                        case AVG -> sum / answers;
                        case SUM -> sum;
                        case LOWEST -> lowest;
                        case HIGHEST -> highest;
                    });
        }
    }
}

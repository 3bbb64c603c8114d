package org.chengshu.sense.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.formula.Slots;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;

/** The rules of a product laid out once: a place for each variable, a place in memory for each thing to remember. */
final class RulePlan {
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Tracked> tracked = new HashMap<>();
    private final List<Tracked> usualOnes = new ArrayList<>();
    private final List<RuleJudge> judges = new ArrayList<>();
    private final Shape shape;

    RulePlan(List<Rule> rules) {
        TreeSet<String> remembered = new TreeSet<>();
        rules.forEach(rule -> rule.inputs().stream()
                .filter(input -> Word.in(input).isMemory())
                .forEach(input -> remembered.add(Word.property(input))));
        List<String> properties = List.copyOf(remembered);
        this.shape = new Shape(
                properties,
                rules.stream().map(Rule::id).toList(),
                rules.stream().map(Rule::fingerprint).toList(),
                rules.stream().mapToInt(RuleJudge::width).toArray());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            judges.add(new RuleJudge(rule, shape.start(i), name -> place(name, rule.ratePer())));
        }
        for (int i = 0; i < properties.size(); i++) {
            tracked.get(properties.get(i)).memory = i;
        }
        usualOnes.addAll(tracked.values().stream().filter(Tracked::asksUsual).toList());
    }

    Shape shape() {
        return shape;
    }

    List<RuleJudge> judges() {
        return judges;
    }

    Slots slots() {
        return new Slots(places.size());
    }

    /** What the rules need to know of a property; null when none asks about it. */
    Tracked find(String property) {
        return tracked.get(property);
    }

    Set<String> properties() {
        return Set.copyOf(tracked.keySet());
    }

    List<Tracked> usualOnes() {
        return usualOnes;
    }

    private int place(String name, Duration ratePer) {
        Word word = Word.in(name);
        String key = word == Word.RATE ? name + "/" + ratePer : name;
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        int place = places.size();
        places.put(key, place);
        Tracked property = tracked.computeIfAbsent(Word.property(name), Tracked::new);
        property.take(word, place, ratePer);
        if (word != Word.VALUE) {
            place(property.name, ratePer);
        }
        return place;
    }

    /** Where the variables about one property stand; -1 where no rule asks. */
    static final class Tracked {
        final String name;
        int memory = -1;
        private int value = -1;
        private int previous = -1;
        private int held = -1;
        private int usual = -1;
        private int spread = -1;
        private int[] rates = {};
        private double[] ratePer = {};

        Tracked(String name) {
            this.name = name;
        }

        private void take(Word word, int place, Duration per) {
            switch (word) {
                case VALUE -> value = place;
                case PREVIOUS -> previous = place;
                case HELD -> held = place;
                case USUAL -> usual = place;
                case SPREAD -> spread = place;
                case RATE -> {
                    rates = append(rates, place);
                    double[] more = Arrays.copyOf(ratePer, rates.length);
                    more[rates.length - 1] = Micros.of(per);
                    ratePer = more;
                }
            }
        }

        private static int[] append(int[] all, int one) {
            int[] more = Arrays.copyOf(all, all.length + 1);
            more[all.length] = one;
            return more;
        }

        private boolean asksUsual() {
            return usual >= 0 || spread >= 0;
        }

        void tell(Slots slots, Value now) {
            set(slots, value, now);
        }

        void tellHeld(Slots slots, long micros) {
            if (held >= 0) {
                slots.setDuration(held, micros);
            }
        }

        void tellPrevious(Slots slots, Value before, Value now, long apart) {
            if (previous >= 0) {
                set(slots, previous, before);
            }
            if (rates.length > 0
                    && before instanceof Value.Num(double former)
                    && now instanceof Value.Num(double present)) {
                for (int i = 0; i < rates.length; i++) {
                    slots.setNumber(rates[i], (present - former) / apart * ratePer[i]);
                }
            }
        }

        /** The value before is known also at an observation that does not have the property. */
        void tellPrevious(Slots slots, Value before) {
            if (previous >= 0) {
                set(slots, previous, before);
            }
        }

        void tellUsual(Slots slots, Usual.Band band) {
            if (usual >= 0) {
                slots.setNumber(usual, band.usual());
            }
            if (spread >= 0) {
                slots.setNumber(spread, band.spread());
            }
        }

        private static void set(Slots slots, int place, Value value) {
            switch (value) {
                case Value.Num(double number) -> slots.setNumber(place, number);
                case Value.Bool(boolean flag) -> slots.setBoolean(place, flag);
                case Value.Str(String text) -> slots.setText(place, text);
            }
        }
    }
}

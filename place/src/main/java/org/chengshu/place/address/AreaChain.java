package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.tree.Area;
import org.chengshu.place.address.AreaNames.Form;

/**
 * One way of reading the beginning of an address as areas, each inside the one before. Immutable.
 *
 * @param above divisions that the tree has not, before its first area
 * @param unknown divisions that the tree has not, between its areas
 * @param end where in the text the areas end
 * @param matched how many characters names of areas account for
 */
record AreaChain(List<Step> steps, List<String> above, List<String> unknown, int end, int matched) {
    /** @param leftOut how many levels of the tree lie between this and the step before */
    record Step(Area area, Form form, boolean former, String written, int level, int leftOut) {}

    static final AreaChain EMPTY = new AreaChain(List.of(), List.of(), List.of(), 0, 0);

    AreaChain {
        steps = List.copyOf(steps);
        above = List.copyOf(above);
        unknown = List.copyOf(unknown);
    }

    AreaChain with(Step step, int newEnd) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new AreaChain(
                more, above, unknown, newEnd, matched + step.written().length());
    }

    AreaChain past(String name, int newEnd) {
        List<String> more = new ArrayList<>(isEmpty() ? above : unknown);
        more.add(name);
        return isEmpty()
                ? new AreaChain(steps, more, unknown, newEnd, matched)
                : new AreaChain(steps, above, more, newEnd, matched);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    // People of a city do not write the province; whoever starts at a town leaves more to be guessed.
    private double levelsAbove() {
        int above = steps.getFirst().level() - 1;
        return above == 0 ? 0 : 0.1 * above - 0.05;
    }

    int passed() {
        return above.size() + unknown.size();
    }

    Area last() {
        return steps.getLast().area();
    }

    /** More text understood is better; then what is written in full; then less left out. */
    int score() {
        int score = matched * 10 - unknown.size() * 12;
        for (Step step : steps) {
            score += switch (step.form()) {
                case FULL -> 4;
                case VARIANT -> 2;
                case SHORT -> 0;
            };
            score -= step.leftOut() * 2;
            score -= step.former() ? 1 : 0;
        }
        boolean shortly = !isEmpty() && steps.getFirst().form() == Form.SHORT;
        // 海南 is rather the province than a prefecture of another one.
        return shortly ? score - steps.getFirst().level() : score;
    }

    double confidence() {
        double sure = 1 - levelsAbove();
        for (Step step : steps) {
            sure -= step.form() == Form.FULL ? 0 : step.form() == Form.VARIANT ? 0.03 : 0.08;
            sure -= step.leftOut() * 0.05 + (step.former() ? 0.1 : 0);
        }
        return Math.max(0.3, sure - unknown.size() * 0.15);
    }
}

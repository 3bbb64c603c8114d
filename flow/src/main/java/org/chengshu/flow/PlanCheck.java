package org.chengshu.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds everything that is wrong with a plan, so that its author can mend it in one go. */
final class PlanCheck {
    private final List<Stage> stages;
    private final Set<Stage> ends;
    private final List<Transition> transitions;
    private final List<String> problems = new ArrayList<>();

    private PlanCheck(List<Stage> stages, Set<Stage> ends, List<Transition> transitions) {
        this.stages = stages;
        this.ends = ends;
        this.transitions = transitions;
    }

    static List<String> problems(List<Stage> stages, Set<Stage> ends, List<Transition> transitions) {
        if (stages.isEmpty()) {
            return List.of("there is no stage");
        }
        PlanCheck check = new PlanCheck(stages, ends, transitions);
        check.names();
        check.transitions();
        if (check.problems.isEmpty()) {
            check.ways();
        }
        return check.problems;
    }

    private void names() {
        Set<Stage> seen = new HashSet<>();
        for (Stage stage : stages) {
            if (!seen.add(stage)) {
                problems.add("stage " + stage + " is there twice");
            }
        }
        if (ends.isEmpty()) {
            problems.add("no stage is an end");
        }
        for (Stage end : ends) {
            if (!seen.contains(end)) {
                problems.add("the end " + end + " is no stage of the plan");
            }
        }
    }

    private void transitions() {
        Set<List<Object>> seen = new HashSet<>();
        for (Transition move : transitions) {
            for (Stage stage : List.of(move.from(), move.to())) {
                if (!stages.contains(stage)) {
                    problems.add(describe(move) + " names a stage that the plan does not have: " + stage);
                }
            }
            if (move.from().equals(move.to())) {
                problems.add(describe(move) + " leads nowhere else");
            }
            if (ends.contains(move.from()) && stages.indexOf(move.to()) > stages.indexOf(move.from())) {
                problems.add(describe(move) + " leads forward out of an end");
            }
            if (!seen.add(List.of(move.from(), move.action()))) {
                problems.add(describe(move) + " is the second way for the same action");
            }
        }
    }

    private void ways() {
        Set<Stage> reached = walk(List.of(stages.getFirst()), Transition::from, Transition::to);
        Set<Stage> ending = walk(ends, Transition::to, Transition::from);
        for (Stage stage : stages) {
            if (!reached.contains(stage)) {
                problems.add("stage " + stage + " cannot be reached from " + stages.getFirst());
            }
            if (!ending.contains(stage)) {
                problems.add("stage " + stage + " leads to no end");
            }
        }
    }

    private Set<Stage> walk(
            Collection<Stage> starts, Function<Transition, Stage> near, Function<Transition, Stage> far) {
        Set<Stage> seen = new LinkedHashSet<>(starts);
        Deque<Stage> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            Stage here = open.remove();
            for (Transition move : transitions) {
                if (near.apply(move).equals(here) && seen.add(far.apply(move))) {
                    open.add(far.apply(move));
                }
            }
        }
        return seen;
    }

    private static String describe(Transition move) {
        return move.from() + " -" + move.action() + "-> " + move.to();
    }
}

package org.chengshu.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stages a thing passes through, in order, and which action leads from which stage to which: forward, or back to an
 * earlier one. A plan is checked when it is made and then always sound: the first stage is where things begin, every
 * stage can be reached from it, an end can be reached from every stage, and out of an end only a way back may lead
 * (a thing taken up again). All problems are told at once in one {@link IllegalArgumentException}. Immutable.
 */
public final class StagePlan {
    private final List<Stage> stages;
    private final Set<Stage> ends;
    private final Map<Stage, Map<Action, Stage>> moves;

    private StagePlan(List<Stage> stages, Set<Stage> ends, Map<Stage, Map<Action, Stage>> moves) {
        this.stages = stages;
        this.ends = ends;
        this.moves = moves;
    }

    public static StagePlan of(List<Stage> stages, Set<Stage> ends, List<Transition> transitions) {
        List<String> problems = PlanCheck.problems(stages, ends, transitions);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("unsound stage plan: " + String.join("; ", problems));
        }
        Map<Stage, Map<Action, Stage>> moves = new LinkedHashMap<>();
        stages.forEach(stage -> moves.put(stage, new LinkedHashMap<>()));
        transitions.forEach(move -> moves.get(move.from()).put(move.action(), move.to()));
        return new StagePlan(List.copyOf(stages), Set.copyOf(ends), moves);
    }

    /** All stages in order. */
    public List<Stage> stages() {
        return stages;
    }

    /** Where things begin. */
    public Stage first() {
        return stages.getFirst();
    }

    public boolean isEnd(Stage stage) {
        return ends.contains(stage);
    }

    /** The stage of that name, if the plan has it. */
    public Optional<Stage> find(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** The actions possible in a stage, in the order they were given; none for an unknown stage. */
    public List<Action> actions(Stage stage) {
        return List.copyOf(moves.getOrDefault(stage, Map.of()).keySet());
    }

    /** All transitions in the order of the stages. */
    public List<Transition> transitions() {
        List<Transition> all = new ArrayList<>();
        moves.forEach((from, byAction) -> byAction.forEach((action, to) -> all.add(new Transition(from, action, to))));
        return List.copyOf(all);
    }

    /** Where the action leads from the stage, or why it is refused. */
    public Step next(Stage stage, Action action) {
        Map<Action, Stage> here = moves.get(stage);
        if (here == null) {
            return new Step.Refused(Step.Reason.UNKNOWN_STAGE, stage, action);
        }
        Stage to = here.get(action);
        if (to != null) {
            return new Step.Moved(to, stages.indexOf(to) < stages.indexOf(stage));
        }
        return new Step.Refused(whyNot(stage, action), stage, action);
    }

    private Step.Reason whyNot(Stage stage, Action action) {
        if (isEnd(stage)) {
            return Step.Reason.ENDED;
        }
        boolean known = moves.values().stream().anyMatch(byAction -> byAction.containsKey(action));
        return known ? Step.Reason.NOT_FROM_HERE : Step.Reason.UNKNOWN_ACTION;
    }
}

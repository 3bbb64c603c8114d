package org.chengshu.cases.handling;

import static org.chengshu.flow.CityCase.ACCEPT;
import static org.chengshu.flow.CityCase.CLOSE;
import static org.chengshu.flow.CityCase.DISPATCH;
import static org.chengshu.flow.CityCase.FILE;
import static org.chengshu.flow.CityCase.HANDLE;
import static org.chengshu.flow.CityCase.REPORT;
import static org.chengshu.flow.CityCase.VERIFY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.flow.Action;
import org.chengshu.flow.Stage;
import org.chengshu.flow.StagePlan;
import org.chengshu.flow.Step;
import org.chengshu.flow.Transition;

/**
 * The ways of one kind's cases through the stages it has. A stage names what is to be done next, so the action of a stage
 * leads out of it: in stage dispatch a case waits for its department, in stage handle for the department's work.
 */
final class CasePlan {
    private static final Map<Stage, CaseAction> FORWARD = Map.of(
            REPORT, CaseAction.REPORT,
            ACCEPT, CaseAction.ACCEPT,
            FILE, CaseAction.FILE,
            DISPATCH, CaseAction.DISPATCH,
            HANDLE, CaseAction.HANDLED,
            VERIFY, CaseAction.CLOSE);

    private final StagePlan plan;

    private CasePlan(StagePlan plan) {
        this.plan = plan;
    }

    static CasePlan of(List<Stage> stages) {
        List<Transition> moves = new ArrayList<>();
        for (int i = 0; i + 1 < stages.size(); i++) {
            Stage stage = stages.get(i);
            moves.add(new Transition(stage, action(FORWARD.get(stage)), stages.get(i + 1)));
            moves.add(new Transition(stage, action(CaseAction.OVERRIDE_CLOSE), CLOSE));
        }
        if (stages.contains(DISPATCH)) {
            moves.add(new Transition(HANDLE, action(CaseAction.RETURN), DISPATCH));
        }
        if (stages.contains(VERIFY)) {
            moves.add(new Transition(VERIFY, action(CaseAction.RETURN), HANDLE));
        }
        moves.add(new Transition(CLOSE, action(CaseAction.REOPEN), HANDLE));
        return new CasePlan(StagePlan.of(stages, Set.of(CLOSE), moves));
    }

    /** Where an action leads; empty when it is not possible in the stage. */
    Optional<Stage> next(Stage stage, CaseAction what) {
        return switch (plan.next(stage, action(what))) {
            case Step.Moved moved -> Optional.of(moved.to());
            case Step.Refused _ -> Optional.empty();
        };
    }

    private static Action action(CaseAction action) {
        return new Action(action.word());
    }
}

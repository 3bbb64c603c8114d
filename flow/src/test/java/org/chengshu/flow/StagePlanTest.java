package org.chengshu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagePlanTest {
    private static final Stage A = new Stage("a");
    private static final Stage B = new Stage("b");
    private static final Stage C = new Stage("c");
    private static final Action GO = new Action("go");
    private static final Action BACK = new Action("back");

    @Test
    void leadsACityCaseFromReportToClose() {
        Stage stage = CityCase.PLAN.first();
        for (Action action : List.of(
                CityCase.TO_ACCEPT,
                CityCase.TO_FILE,
                CityCase.TO_DISPATCH,
                CityCase.TAKE,
                CityCase.HANDLED,
                CityCase.TO_CLOSE)) {
            stage = moved(stage, action).to();
        }
        assertThat(CityCase.PLAN.isEnd(stage)).isTrue();
        assertThat(stage).isEqualTo(CityCase.CLOSE);
    }

    @Test
    void tellsAWayBackFromAWayForward() {
        assertThat(moved(CityCase.HANDLE, CityCase.RETURN)).isEqualTo(new Step.Moved(CityCase.DISPATCH, true));
        assertThat(moved(CityCase.HANDLE, CityCase.HANDLED)).isEqualTo(new Step.Moved(CityCase.VERIFY, false));
        assertThat(moved(CityCase.CLOSE, CityCase.REOPEN)).isEqualTo(new Step.Moved(CityCase.DISPATCH, true));
    }

    @Test
    void saysWhyItRefuses() {
        assertThat(reason(CityCase.CLOSE, CityCase.TAKE)).isEqualTo(Step.Reason.ENDED);
        assertThat(reason(CityCase.REPORT, CityCase.TAKE)).isEqualTo(Step.Reason.NOT_FROM_HERE);
        assertThat(reason(CityCase.REPORT, GO)).isEqualTo(Step.Reason.UNKNOWN_ACTION);
        assertThat(reason(A, CityCase.TAKE)).isEqualTo(Step.Reason.UNKNOWN_STAGE);
    }

    @Test
    void listsWhatCanBeDoneInAStage() {
        assertThat(CityCase.PLAN.actions(CityCase.VERIFY))
                .containsExactly(CityCase.TO_CLOSE, CityCase.RETURN, CityCase.OVERRIDE_CLOSE);
        assertThat(CityCase.PLAN.actions(A)).isEmpty();
        assertThat(CityCase.PLAN.find("handle")).contains(CityCase.HANDLE);
        assertThat(CityCase.PLAN.find("nowhere")).isEmpty();
        assertThat(CityCase.PLAN.transitions()).hasSize(18);
    }

    @Test
    void cannotExistWithAStageThatNothingReachesOrThatNeverEnds() {
        assertProblem(
                List.of(A, B, C), Set.of(C), List.of(new Transition(A, GO, C)), "stage b cannot be reached from a");
        assertProblem(
                List.of(A, B, C),
                Set.of(C),
                List.of(new Transition(A, GO, C), new Transition(A, BACK, B)),
                "stage b leads to no end");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StagePlan.of(
                        List.of(A, A, B),
                        Set.of(A),
                        List.of(new Transition(A, GO, B), new Transition(A, GO, C), new Transition(B, GO, B))))
                .withMessageContaining("stage a is there twice")
                .withMessageContaining("a -go-> b leads forward out of an end")
                .withMessageContaining("a -go-> c names a stage that the plan does not have: c")
                .withMessageContaining("a -go-> c is the second way for the same action")
                .withMessageContaining("b -go-> b leads nowhere else");
        assertProblem(List.of(), Set.of(), List.of(), "there is no stage");
        assertProblem(List.of(A), Set.of(), List.of(), "no stage is an end");
        assertProblem(List.of(A), Set.of(C), List.of(), "the end c is no stage of the plan");
    }

    @Test
    void namesAreFitForTheWire() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage("Handle"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action(""));
    }

    private static void assertProblem(List<Stage> stages, Set<Stage> ends, List<Transition> moves, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StagePlan.of(stages, ends, moves))
                .withMessageContaining(problem);
    }

    private static Step.Moved moved(Stage stage, Action action) {
        return (Step.Moved) CityCase.PLAN.next(stage, action);
    }

    private static Step.Reason reason(Stage stage, Action action) {
        return ((Step.Refused) CityCase.PLAN.next(stage, action)).reason();
    }
}

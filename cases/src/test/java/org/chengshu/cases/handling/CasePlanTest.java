package org.chengshu.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.flow.CityCase.ACCEPT;
import static org.chengshu.flow.CityCase.CLOSE;
import static org.chengshu.flow.CityCase.DISPATCH;
import static org.chengshu.flow.CityCase.FILE;
import static org.chengshu.flow.CityCase.HANDLE;
import static org.chengshu.flow.CityCase.REPORT;
import static org.chengshu.flow.CityCase.VERIFY;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.junit.jupiter.api.Test;

class CasePlanTest {
    private final CasePlan whole = CasePlan.of(CityCase.PLAN.stages());

    @Test
    void theSevenStagesFollowEachOther() {
        assertThat(whole.next(REPORT, CaseAction.REPORT)).contains(ACCEPT);
        assertThat(whole.next(ACCEPT, CaseAction.ACCEPT)).contains(FILE);
        assertThat(whole.next(FILE, CaseAction.FILE)).contains(DISPATCH);
        assertThat(whole.next(DISPATCH, CaseAction.DISPATCH)).contains(HANDLE);
        assertThat(whole.next(HANDLE, CaseAction.HANDLED)).contains(VERIFY);
        assertThat(whole.next(VERIFY, CaseAction.CLOSE)).contains(CLOSE);
    }

    @Test
    void aReturnLeadsOneStageBack() {
        assertThat(whole.next(HANDLE, CaseAction.RETURN)).contains(DISPATCH);
        assertThat(whole.next(VERIFY, CaseAction.RETURN)).contains(HANDLE);
        assertThat(whole.next(ACCEPT, CaseAction.RETURN)).isEmpty();
    }

    @Test
    void aClosedCaseOnlyComesBackToWork() {
        assertThat(whole.next(CLOSE, CaseAction.REOPEN)).contains(HANDLE);
        assertThat(whole.next(CLOSE, CaseAction.HANDLED)).isEmpty();
        assertThat(whole.next(CLOSE, CaseAction.OVERRIDE_CLOSE)).isEmpty();
    }

    @Property
    void whateverStagesAKindLeavesOutItsCasesReachTheirClosure(@ForAll Set<Leave> left) {
        Set<Stage> without = left.stream().map(Leave::stage).collect(Collectors.toSet());
        List<Stage> stages = CityCase.PLAN.stages().stream()
                .filter(stage -> !without.contains(stage))
                .toList();
        CasePlan plan = CasePlan.of(stages);
        Stage here = stages.getFirst();
        int moves = 0;
        while (!here.equals(CLOSE) && moves++ < 10) {
            Stage at = here;
            assertThat(plan.next(at, CaseAction.OVERRIDE_CLOSE)).contains(CLOSE);
            here = List.of(CaseAction.values()).stream()
                    .filter(action -> action != CaseAction.RETURN && action != CaseAction.OVERRIDE_CLOSE)
                    .flatMap(action -> plan.next(at, action).stream())
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(here).isEqualTo(CLOSE);
        assertThat(moves).isEqualTo(stages.size() - 1);
    }

    enum Leave {
        OUT_ACCEPT(ACCEPT),
        OUT_FILE(FILE),
        OUT_DISPATCH(DISPATCH),
        OUT_VERIFY(VERIFY);

        private final Stage stage;

        Leave(Stage stage) {
            this.stage = stage;
        }

        Stage stage() {
            return stage;
        }
    }
}

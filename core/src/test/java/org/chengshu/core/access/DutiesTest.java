package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class DutiesTest {
    private static final UUID LI = new UUID(0, 1);
    private static final UUID WANG = new UUID(0, 2);
    private static final Duties VERIFYING = Duties.of(Text.of("核查", "verify"));
    private static final Text HANDLER = Text.of("处置人", "the handler");
    private static final Text BUREAU = Text.of("主办部门", "the handling department");

    @Test
    void keepWhoeverHandledFromVerifying() {
        Duties duties = VERIFYING.notBy(HANDLER, List.of(LI));

        assertThat(duties.objections(person(LI, "/a/")))
                .containsExactly(Text.of("处置人不能核查", "the handler must not verify"));
        assertThat(duties.objections(person(WANG, "/a/"))).isEmpty();
    }

    @Test
    void keepADepartmentFromJudgingItself() {
        Duties duties = VERIFYING.notOf(BUREAU, Optional.of("/a/"));

        assertThat(duties.objections(person(WANG, "/a/team/"))).hasSize(1);
        assertThat(duties.objections(person(WANG, "/ab/"))).isEmpty();
        assertThat(duties.objections(person(WANG))).isEmpty();
        assertThat(VERIFYING.notOf(BUREAU, Optional.empty()).objections(person(WANG, "/a/")))
                .isEmpty();
    }

    @Test
    void keepOneDepartmentFromTheWorkOfAnother() {
        Duties duties = VERIFYING.onlyOf(BUREAU, Optional.of("/a/"));

        assertThat(duties.objections(person(WANG, "/a/team/"))).isEmpty();
        assertThat(duties.objections(person(WANG, "/b/"))).hasSize(1);
        assertThat(duties.objections(person(WANG))).hasSize(1);
    }

    @Test
    void tellEverythingThatStandsInTheWayAtOnce() {
        Duties duties = VERIFYING.notBy(HANDLER, List.of(LI)).notOf(BUREAU, Optional.of("/a/"));

        assertThatThrownBy(() -> duties.require(person(LI, "/a/"))).isInstanceOfSatisfying(FaultyInput.class, fault -> {
            assertThat(fault.code()).isEqualTo(CoreError.DUTIES_SEPARATED);
            assertThat(fault.faults()).hasSize(2);
        });
        assertThatCode(() -> duties.require(Viewer.system())).doesNotThrowAnyException();
    }

    private static Viewer person(UUID id, String... organisation) {
        return new Viewer(
                id, "p", "P", Set.of(), "/", List.of(organisation).stream().findFirst());
    }
}

package org.chengshu.cases.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class CasePackTest {
    private static final String MANIFEST = """
            id: other
            version: "1.0.0"
            title: {zh: 另一包, en: Another}
            description: {zh: 另一包, en: Another}
            """;

    @Autowired
    Packs packs;

    @Autowired
    CaseKinds kinds;

    @Autowired
    CaseOpeners openers;

    @Autowired
    CasesWorld world;

    @Test
    void aKindSaysWhatItsPackWrote() {
        CaseKind dust = kinds.get("dust");

        assertThat(dust.stages()).isEqualTo(CityCase.PLAN.stages());
        assertThat(dust.verifyFor()).contains(Duration.ofSeconds(1));
        assertThat(dust.reopenWithin()).contains(Duration.ofHours(1));
        assertThat(dust.clocks().limit("handle", Severity.RED).orElseThrow().allowed(Duration.ofHours(7)))
                .isEqualTo(Duration.ofHours(4));
        assertThat(dust.automatic()).contains(CityCase.DISPATCH);
        assertThat(kinds.get("litter").verifiedBySensor()).isFalse();
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlaces() {
        CheckReport report = packs.check(files("""
                case-kinds:
                  - id: potholes
                    title: {zh: 坑洞, en: Potholes}
                    stages: [report, dispatch, close]
                    deadlines: {handle: 4 hours}
                    verification: {by: sensor, verifyFor: PT0S}
                  - {id: nameless}
                dispatch-rules:
                  - {id: holes, kind: pothole, area: moon, department: housng}
                case-openers:
                  - {id: opens, kind: potholes, rule: dustyy}
                """));

        List<String> faults = report.faults().stream()
                .map(fault -> fault.place() + " " + fault.message().en())
                .toList();
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("cases.yaml:4") && fault.contains("handle"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:5") && fault.contains("4 hours"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:6") && fault.contains("PT0S"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:7") && fault.contains("title"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:9") && fault.contains("did you mean potholes"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:9") && fault.contains("moon"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:9") && fault.contains("did you mean housing"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:11") && fault.contains("did you mean dusty"));
    }

    @Test
    void aChecklistStandsWithAStageInWhichSomebodyTicks() {
        CheckReport report = packs.check(files("""
                case-kinds:
                  - id: potholes
                    title: {zh: 坑洞, en: Potholes}
                    stages: [report, accept, handle, close]
                    automatic: [accept]
                    checklists:
                      accept: [{id: a, words: {zh: 甲, en: A}}]
                      verify: [{id: b, words: {zh: 乙, en: B}}]
                      handle: [{id: c, words: {zh: 丙, en: C}}, {id: c, words: {zh: 丁, en: D}}]
                  - {id: holes, title: {zh: 洞, en: Holes}, checklists: {handle: [{id: e, required: true}]}}
                """));

        assertThat(report.faults().stream()
                        .map(fault -> fault.place() + " " + fault.message().en()))
                .anyMatch(fault -> fault.startsWith("cases.yaml:7") && fault.contains("passes the stage accept"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:8") && fault.contains("no stage verify"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:9") && fault.contains("stands twice"))
                .anyMatch(fault -> fault.startsWith("cases.yaml:10") && fault.contains("words"));
    }

    @Test
    void whatAPackNoLongerHasOpensNoMoreCases() {
        packs.apply(files("""
                        case-kinds:
                          - {id: odour, title: {zh: 异味, en: Odour}}
                        case-openers:
                          - {id: odour-opens, kind: odour, rule: unwatched}
                        """), Viewer.system());
        assertThat(openers.kindFor("unwatched", 2)).contains("odour");

        Applied applied = packs.apply(files("case-kinds: []"), Viewer.system());

        assertThat(applied.outcome()).isEqualTo(Applied.Outcome.UPDATED);
        assertThat(openers.kindFor("unwatched", 2)).isEmpty();
        assertThat(kinds.findInUse("odour")).isEmpty();
        assertThat(kinds.find("odour")).isPresent();
    }

    private static PackFiles files(String cases) {
        return new PackFiles(Map.of("pack.yaml", MANIFEST, "cases.yaml", cases));
    }
}

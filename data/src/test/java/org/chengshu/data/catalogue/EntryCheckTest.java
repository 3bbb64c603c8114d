package org.chengshu.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.PlacedFault;
import org.junit.jupiter.api.Test;

class EntryCheckTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatIsHighlySensitiveIsNeitherSharedFreelyNorOpen() {
        assertThat(places(content(Sharing.UNCONDITIONAL, Openness.OPEN, 4))).containsExactly("sharing", "openness");
        assertThat(places(content(Sharing.UNCONDITIONAL, Openness.OPEN, 1))).isEmpty();
    }

    @Test
    void whatIsNotSharedNeedsAGroundAndIsNotOpen() {
        assertThat(places(content(Sharing.NONE, Openness.OPEN, 1))).containsExactly("sharingBasis", "openness");
        assertThat(places(content(Sharing.CONDITIONAL, Openness.CONDITIONAL, 1)))
                .containsExactly("sharingBasis", "opennessBasis");
    }

    @Test
    void twoFieldsOfOneNameAreAFault() {
        EntryContent content = content(Sharing.UNCONDITIONAL, Openness.CLOSED, 1, "a", "a", "");
        assertThat(places(content)).containsExactly("fields[1].name", "fields[2].name");
    }

    @Test
    void dataIsLateAfterItsCycleAndAFifthOfIt() {
        assertThat(UpdateCycle.DAILY.lateFrom(NOON)).contains(NOON.plus(Duration.ofMinutes(24 * 60 + 288)));
        assertThat(UpdateCycle.REALTIME.lateFrom(NOON)).contains(NOON.plus(Duration.ofMinutes(25)));
        assertThat(UpdateCycle.IRREGULAR.lateFrom(NOON)).isEmpty();
    }

    @Test
    void classesLieInEachOtherByTheirCodes() {
        assertThat(CatalogueClasses.parent("2")).isEmpty();
        assertThat(CatalogueClasses.parent("212")).contains("2");
        assertThat(CatalogueClasses.parent("212013")).contains("212");
        assertThat(CatalogueClasses.parent("21201301")).contains("212013");
    }

    private static List<String> places(EntryContent content) {
        return EntryCheck.ofWhole(content).stream().map(PlacedFault::place).toList();
    }

    private static EntryContent content(Sharing sharing, Openness openness, int sensitivity, String... names) {
        List<String> fields = names.length == 0 ? List.of("a") : List.of(names);
        return new EntryContent(
                "t",
                "",
                "s",
                "102",
                ResourceFormat.DATABASE,
                fields.stream()
                        .map(name ->
                                new EntryField(name, name, "text", Optional.empty(), Optional.empty(), sensitivity))
                        .toList(),
                sharing,
                Optional.empty(),
                Optional.empty(),
                openness,
                Optional.empty(),
                UpdateCycle.DAILY,
                List.of(),
                List.of(),
                "outside",
                sensitivity);
    }
}

package org.chengshu.data.catalogue.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryField;
import org.chengshu.data.catalogue.Openness;
import org.chengshu.data.catalogue.ResourceFormat;
import org.chengshu.data.catalogue.Sharing;
import org.chengshu.data.catalogue.UpdateCycle;
import org.junit.jupiter.api.Test;

class DemandMatchTest {
    private static final EntryContent SCHOOLS = entry("学校名录", "102001", "学校名称", "学校地址", "办学层次");

    @Test
    void saysWhichFieldsAreTheSameWhichAreAlikeAndWhichAreMissing() {
        DemandMatch.Score score = score(List.of("学校", "名录"), List.of("学校名称", "学校的地址", "在校生数"), Optional.of("102"));
        assertThat(score.fields()).containsEntry("学校名称", "学校名称").containsEntry("学校的地址", "学校地址");
        assertThat(score.missing()).containsExactly("在校生数");
        assertThat(score.words()).containsExactly("学校", "名录");
        assertThat(score.sameClass()).isTrue();
        assertThat(score.score()).isEqualTo(0.833);
    }

    @Test
    void withoutWantedFieldsTheWordsDecide() {
        assertThat(score(List.of("学校", "名录"), List.of(), Optional.empty()).score())
                .isEqualTo(1);
        assertThat(score(List.of("车辆"), List.of(), Optional.empty()).score()).isZero();
    }

    @Property(tries = 200)
    void aScoreLiesBetweenNothingAndEverything(@ForAll List<String> words, @ForAll List<String> wanted) {
        assertThat(score(words, wanted, Optional.empty()).score()).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void likenessIsTheSameBothWaysAndWholeForTheSame(@ForAll String one, @ForAll String other) {
        assertThat(DemandMatch.likeness(one, other))
                .isEqualTo(DemandMatch.likeness(other, one))
                .isBetween(0.0, 1.0);
        assertThat(DemandMatch.likeness(one, one)).isEqualTo(1);
    }

    private static DemandMatch.Score score(List<String> words, List<String> wanted, Optional<String> classCode) {
        return DemandMatch.of(words, wanted, classCode, SCHOOLS, UnaryOperator.identity());
    }

    private static EntryContent entry(String title, String classCode, String... fields) {
        return new EntryContent(
                title,
                "",
                "",
                classCode,
                ResourceFormat.DATABASE,
                List.of(fields).stream()
                        .map(name -> new EntryField(name, name, "text", Optional.empty(), Optional.empty(), 1))
                        .toList(),
                Sharing.UNCONDITIONAL,
                Optional.empty(),
                Optional.empty(),
                Openness.CLOSED,
                Optional.empty(),
                UpdateCycle.DAILY,
                List.of(),
                List.of(),
                "outside",
                1);
    }
}

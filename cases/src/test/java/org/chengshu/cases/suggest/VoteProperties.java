package org.chengshu.cases.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.cases.suggest.Example.Matter;
import org.chengshu.cases.suggest.Example.Neighbour;
import org.chengshu.cases.suggest.Vote.Answer;

class VoteProperties {
    @Property(tries = 300)
    void theBestComeFirstAndTogetherTheyHaveNoMoreThanAllVotes(@ForAll("neighbourhoods") List<Neighbour> neighbours) {
        List<Answer> answers = Vote.on(Matter.DEPARTMENT, neighbours);

        assertThat(answers)
                .hasSizeLessThanOrEqualTo(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
        assertThat(answers.stream().mapToDouble(Answer::share).sum()).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.share()).isPositive());
    }

    @Property(tries = 300)
    void everyAnswerNamesOnlyCasesThatGaveItAndWordsTheyShare(@ForAll("neighbourhoods") List<Neighbour> neighbours) {
        for (Answer answer : Vote.on(Matter.DEPARTMENT, neighbours)) {
            List<Neighbour> side = neighbours.stream()
                    .filter(one -> answer.value().equals(one.answers().get(Matter.DEPARTMENT)))
                    .toList();
            assertThat(side.stream().map(Neighbour::id)).containsAll(answer.cases());
            assertThat(side.stream().flatMap(one -> one.shared().stream())).containsAll(answer.words());
        }
    }

    @Example
    void theMostAlikeWeighsMost() {
        List<Answer> answers = Vote.on(
                Matter.DEPARTMENT,
                List.of(
                        of(9, Map.of(Matter.DEPARTMENT, "lamps"), "路灯"),
                        of(2, Map.of(Matter.DEPARTMENT, "roads"), "坏"),
                        of(4, Map.of(Matter.DEPARTMENT, "roads"), "坏"),
                        of(50, Map.of(Matter.KIND, "litter"), "路灯")));

        assertThat(answers).extracting(Answer::value).containsExactly("lamps", "roads");
        assertThat(answers.getFirst().share()).isCloseTo(0.6, within(1e-9));
        assertThat(answers.getFirst().words()).containsExactly("路灯");
    }

    @Provide
    Arbitrary<List<Neighbour>> neighbourhoods() {
        Arbitrary<Map<Matter, String>> answers =
                Arbitraries.maps(Arbitraries.of(Matter.class), Arbitraries.of("a", "b", "c", "d", "e"));
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 20),
                        answers,
                        Arbitraries.of("灯", "路", "垃圾", "噪声").list().ofMaxSize(3))
                .as((likeness, made, words) -> of(likeness, made, words.toArray(String[]::new)))
                .list()
                .ofMaxSize(40);
    }

    private static Neighbour of(double likeness, Map<Matter, String> answers, String... words) {
        return new Neighbour(UUID.randomUUID(), likeness, answers, List.of(words));
    }
}

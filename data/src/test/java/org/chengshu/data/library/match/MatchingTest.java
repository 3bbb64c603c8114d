package org.chengshu.data.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int NAME = 0;
    private static final int ADDRESS = 1;
    private final Matching matching = new Matching(List.of(new FuzzyRule(
            "name-and-address",
            List.of(new FuzzyRule.FieldBlock(NAME, Block.FIRM_START), new FuzzyRule.FieldBlock(ADDRESS, Block.DOOR)),
            List.of(
                    new FuzzyRule.Comparison(NAME, Comparer.FIRM, 0.6, true),
                    new FuzzyRule.Comparison(ADDRESS, Comparer.ADDRESS, 0.4, false)),
            0.93,
            0.75)));

    @Test
    void sureWhenNameAndAddressAgree() {
        Likeness like = compare(row("上海青禾商贸有限公司", "上海市青禾路9号"), row("上海青禾商贸(有限公司)", "青禾路9号"));
        assertThat(like.verdict()).isEqualTo(Verdict.SURE);
        assertThat(like.score()).isEqualTo(1);
        assertThat(like.parts()).containsExactly(1.0, 1.0);
    }

    @Test
    void asksPeopleWhenOneLetterDiffers() {
        Likeness like = compare(row("上海青禾商贸有限公司", "青禾路9号"), row("上海青和商贸有限公司", "青禾路9号"));
        assertThat(like.verdict()).isEqualTo(Verdict.MAYBE);
    }

    @Test
    void leavesOutWhatOneSideDoesNotHave() {
        Likeness like = compare(row("上海青禾商贸有限公司", null), row("上海青禾商贸有限公司", "青禾路9号"));
        assertThat(like.score()).isEqualTo(1);
        assertThat(like.parts()).containsExactly(1.0, Likeness.ABSENT);
    }

    @Test
    void saysNothingWithoutWhatTheRuleRequires() {
        assertThat(compare(row(null, "青禾路9号"), row("上海青禾商贸有限公司", "青禾路9号")).verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void whatHoldsNoLetterOrDigitIsLikeNothing() {
        FuzzyRule rule = new FuzzyRule(
                "phone",
                List.of(new FuzzyRule.FieldBlock(NAME, Block.SAME)),
                List.of(
                        new FuzzyRule.Comparison(NAME, Comparer.SAME, 0.5, true),
                        new FuzzyRule.Comparison(ADDRESS, Comparer.PHONE, 0.5, false)),
                0.9,
                0.5);
        Matching phones = new Matching(List.of(rule));
        assertThat(phones.compare(new Prepared(row("--", "无")), new Prepared(row("/", "没有")))
                        .score())
                .isZero();
        assertThat(phones.compare(new Prepared(row("A-1", "021-55501234")), new Prepared(row("a 1", "55501234")))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void rowsMeetOnlyInABlock() {
        long[] one = matching.blockKeys(row("上海青禾商贸有限公司", "青禾路9号"));
        long[] other = matching.blockKeys(row("上海红叶物流有限公司", "红叶路7号"));
        assertThat(one).hasSize(5);
        assertThat(Arrays.stream(other).noneMatch(key -> Arrays.stream(one).anyMatch(mine -> mine == key)))
                .isTrue();
    }

    private Likeness compare(String[] a, String[] b) {
        return matching.compare(new Prepared(a), new Prepared(b));
    }

    private static String[] row(String name, String address) {
        return new String[] {name, address};
    }
}

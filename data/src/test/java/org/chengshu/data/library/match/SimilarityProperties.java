package org.chengshu.data.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SimilarityProperties {
    @Property(tries = 500)
    void everyComparerIsTheSameBothWaysRoundAndBetweenZeroAndOne(
            @ForAll Comparer by, @ForAll("texts") String a, @ForAll("texts") String b) {
        double like = by.like(by.prepare(a), by.prepare(b));
        assertThat(like).isBetween(0.0, 1.0);
        assertThat(by.like(by.prepare(b), by.prepare(a))).isEqualTo(like);
    }

    @Property(tries = 300)
    void aNameIsLikeItselfWhateverItsWidthBlanksAndBrackets(@ForAll("firms") String name) {
        String disturbed = name.replace("(", "（").replace(")", "）").replace("有限", " 有限 ");
        assertThat(FirmName.of(name).like(FirmName.of(disturbed))).isEqualTo(1);
        assertThat(Block.FIRM.keys(name)).isEqualTo(Block.FIRM.keys(disturbed));
    }

    @Property(tries = 300)
    void aFirmWithOneWrongLetterStillMeetsItself(@ForAll("firms") String name) {
        FirmName right = FirmName.of(name);
        String core = right.core();
        String wrong = name.replace(core, core.charAt(0) + "鑫" + core.substring(2));
        Set<String> shared = new HashSet<>(Block.FIRM_START.keys(name));
        shared.retainAll(Block.FIRM_START.keys(wrong));
        assertThat(shared).isNotEmpty();
    }

    @Test
    void aCutAddressIsLikeTheWholeOne() {
        AddressText whole = AddressText.of("上海市闵行区青禾路129号英杰商务楼5W（近地铁）");
        assertThat(whole.like(AddressText.of("青禾路129号英杰商务楼5W"))).isEqualTo(1);
        assertThat(whole.like(AddressText.of("闵行区青禾路129号"))).isEqualTo(1);
        assertThat(whole.like(AddressText.of("青禾路７号"))).isLessThan(0.6);
        assertThat(whole.door()).isEqualTo("青禾路129");
    }

    @Test
    void hashesTellTextsApart() {
        assertThat(Hashes.of("a", "b")).isNotEqualTo(Hashes.of("ab", "")).isNotEqualTo(Hashes.of("ab"));
        assertThat(Hashes.of((String) null)).isNotEqualTo(Hashes.of(""));
        assertThat(Hashes.of("城", "枢")).isEqualTo(-7_878_272_852_025_744_174L);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("青禾红叶商贸路号1２()（）公司有限上海市区 -").ofMaxLength(14),
                Arbitraries.strings().ofMaxLength(6),
                Arbitraries.of("2024-03-01", "2024-01-03", "12.5", "021-5566778", "NaN"));
    }

    @Provide
    Arbitrary<String> firms() {
        List<String> trades = Arrays.asList("商贸", "建筑劳务", "信息技术", "物流(集团)");
        return Arbitraries.of("上海", "湖南省", "长沙市").flatMap(place -> Arbitraries.strings()
                .withChars("青禾红叶白云长风")
                .ofLength(3)
                .flatMap(own -> Arbitraries.of(trades).map(trade -> place + own + trade + "有限公司")));
    }
}

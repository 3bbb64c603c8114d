package org.chengshu.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MaskingTest {
    private static final List<UnaryOperator<String>> ALL = List.of(
            Masking::name,
            Masking::phone,
            Masking::idCard,
            Masking::address,
            Masking::email,
            Masking::bankCard,
            Masking::plate,
            Masking::network,
            Masking::general);

    @Example
    void leavesWhatHelpsToRecognise() {
        assertThat(Masking.name("张三")).isEqualTo("张*");
        assertThat(Masking.name("张三丰")).isEqualTo("张**");
        assertThat(Masking.name("欧阳修文")).isEqualTo("欧阳**");
        assertThat(Masking.name("欧阳")).isEqualTo("欧*");
        assertThat(Masking.name("John Smith")).isEqualTo("J*** S****");
        assertThat(Masking.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masking.phone("010-66554433")).isEqualTo("*********433");
        assertThat(Masking.idCard("110101199003074514")).isEqualTo("110*************14");
        assertThat(Masking.address("云川市东城区和平街道3号楼2单元501")).isEqualTo("云川市东城区和平街道****");
        assertThat(Masking.address("3号楼5区201")).isEqualTo("****");
        assertThat(Masking.email("wang@example.cn")).isEqualTo("w****@example.cn");
        assertThat(Masking.email("w@example.cn")).isEqualTo("****@example.cn");
        assertThat(Masking.bankCard("6222020200112233445")).isEqualTo("***************3445");
        assertThat(Masking.plate("京A12345")).isEqualTo("京A****5");
        assertThat(Masking.network("10.20.30.40")).isEqualTo("10.20.*.*");
        assertThat(Masking.general("swordfish")).isEqualTo("s*******h");
        assertThat(Masking.within("call 13812341234 or wang@example.cn, 110101199003074514"))
                .isEqualTo("call 138****1234 or w****@example.cn, 110*************14");
    }

    @Example
    void neverCutsARareCharacterInHalf() {
        assertThat(Masking.name("𠮷野家")).isEqualTo("𠮷**");
        assertThat(Masking.general("𠮷")).isEqualTo("*");
        assertThat(Masking.general("a𠮷𠮷𠮷𠮷𠮷")).isEqualTo("a****𠮷");
    }

    @Property
    void hidesSomethingOfEverything(@ForAll("words") String word) {
        for (UnaryOperator<String> mask : ALL) {
            String masked = mask.apply(word);
            assertThat(masked).contains("*");
            assertThat(masked).isNotEqualTo(word.contains("*") ? "" : word);
        }
    }

    @Property
    void maskedTwiceIsMaskedOnce(@ForAll("words") String word) {
        for (UnaryOperator<String> mask : ALL) {
            assertThat(mask.apply(mask.apply(word))).isEqualTo(mask.apply(word));
        }
        assertThat(Masking.within(Masking.within(word))).isEqualTo(Masking.within(word));
    }

    @Property
    void staysWellFormed(@ForAll("words") String word) {
        for (UnaryOperator<String> mask : ALL) {
            String masked = mask.apply(word);
            assertThat(masked.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                    .isTrue();
        }
    }

    @Property
    void showsAtMostSevenCharactersOfANumber(@ForAll("digits") String number) {
        for (UnaryOperator<String> mask : List.<UnaryOperator<String>>of(
                Masking::phone, Masking::idCard, Masking::bankCard, Masking::plate, Masking::general)) {
            assertThat(mask.apply(number)
                            .chars()
                            .filter(letter -> letter != '*')
                            .count())
                    .isLessThanOrEqualTo(7);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("张三李𠮷欧阳王ab1239.@-")
                .withChars('x', '市', '区')
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(word -> word.codePoints()
                        .filter(point -> point < 0xD800 || point > 0xDFFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .map(word -> word + "𠮷");
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24);
    }
}

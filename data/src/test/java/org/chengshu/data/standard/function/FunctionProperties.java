package org.chengshu.data.standard.function;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.junit.jupiter.api.Test;

/** What holds for every function, whatever it is given. */
class FunctionProperties {
    private static final String ALPHABET =
            "0123456789.,-+/()（）:：年月日时分秒元万亿角整人民币美港一二三四十百千壹拾佰零〇东西南北经纬°′″转省市区路号ABCxXeE$￥%*粤有限公司约 　\u00A0\t\uFEFF";

    @Property(tries = 3_000)
    void nothingMakesAFunctionThrow(@ForAll("texts") String text) {
        for (StandardFunction function : Book.BOOK.list()) {
            Standardised made = Book.BOOK.get(function.name()).apply(text);
            assertThat(made).isNotNull();
            if (made instanceof Standardised.Value value) {
                assertThat(function.parts()).containsAll(value.parts().keySet());
            }
        }
    }

    @Property(tries = 2_000)
    void aCanonicalTextStaysAsItIs(@ForAll("texts") String text) {
        for (StandardFunction function : Book.BOOK.list()) {
            Standardiser standardiser = Book.BOOK.get(function.name() + ":nulls=no");
            if (standardiser.apply(text) instanceof Standardised.Value value) {
                assertThat(standardiser.apply(value.text()).value())
                        .as(function.name() + " of " + text + " gave " + value.text())
                        .contains(value.text());
            }
        }
    }

    @Test
    void everyFunctionTakesItsOwnExample() {
        for (StandardFunction function : Book.BOOK.list()) {
            Standardised made = Book.BOOK.get(function.name()).apply(function.example());
            assertThat(made).as(function.name()).isNotInstanceOf(Standardised.Problem.class);
        }
    }

    @Test
    void aTextThatIsFarTooLongIsAProblemAndNotWorked() {
        String text = "1".repeat(1_000_000);
        for (StandardFunction function : Book.BOOK.list()) {
            assertThat(Book.of(function.name(), text)).isEqualTo("!TOO_LONG");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofMaxLength(24),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().numeric().ofMaxLength(20));
    }
}

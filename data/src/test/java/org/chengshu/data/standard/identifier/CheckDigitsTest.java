package org.chengshu.data.standard.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.data.standard.function.Book;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id-card             | 11010519491231002x   | 11010519491231002X
            id-card             | 440524188001010014   | 440524188001010014
            id-card             | 110105491231002      | 11010519491231002X
            id-card:short=keep  | 110105491231002      | 110105491231002
            id-card:short=refuse| 110105491231002      | !LENGTH
            id-card:part=sex    | 11010519491231002X   | 2
            id-card:part=birth  | 11010519491231002X   | 1949-12-31
            id-card             | 110105194912310021   | !CHECK_DIGIT
            id-card             | 1101051949****002X   | !MASKED
            id-card             | 1101051949           | !LENGTH
            credit-code         | 91350100M000100Y43   | 91350100M000100Y43
            credit-code         | 91350100m000100y43   | 91350100M000100Y43
            credit-code         | 91350100M000100Y44   | !CHECK_DIGIT
            credit-code         | 9135O100M000100Y43   | !CHARACTER
            org-code            | D2143569-X           | D2143569-X
            org-code            | D2143569X            | D2143569-X
            org-code            | D2143568X            | !CHECK_DIGIT
            postal-code         | ５１８０００           | 518000
            postal-code         | 10010                | !LENGTH
            plate               | 粤B·12345             | 粤B12345
            plate               | 粤BD12345             | 粤BD12345
            plate               | 粤B1O345              | !CHARACTER
            plate               | 粤B1234学             | 粤B1234学
            plate               | 某B12345              | !NOT_A_PLATE
            """)
    void readsTheNumbersOfPeopleFirmsAndThings(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }

    @Property(tries = 300)
    void aChangedDigitOfACitizenNumberIsFound(
            @ForAll("citizens") String number,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        assertThat(Book.of("id-card", number)).isEqualTo(number);
        assertThat(Book.of("id-card", changed(number, at, "0123456789", by))).startsWith("!");
    }

    @Property(tries = 300)
    void aChangedCharacterOfACreditCodeIsFound(
            @ForAll("firms") String code,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        assertThat(Book.of("credit-code", code)).isEqualTo(code);
        assertThat(Book.of("credit-code", changed(code, at, CreditCodes.ALPHABET, by)))
                .startsWith("!");
    }

    @Property(tries = 300)
    void aChangedDigitOfAnOldNumberIsFound(
            @ForAll @IntRange(min = 0, max = 99_999_999) int body,
            @ForAll @IntRange(max = 13) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String text = "440100" + String.format("%08d", body) + "0";
        String number = text.substring(0, 14) + RegNumbers.check(text);
        assertThat(Book.of("reg-number", number)).isEqualTo(number);
        assertThat(Book.of("reg-number", changed(number, at, "0123456789", by))).startsWith("!");
    }

    @Property(tries = 300)
    void aLookAlikeLetterIsNamedAndMended(@ForAll("firms") String code) {
        if (code.indexOf('0') > 0) {
            assertThat(Book.suggestion("credit-code", code.replaceFirst("0", "O")))
                    .isEqualTo(code);
        }
    }

    private static String changed(String text, int at, String alphabet, int by) {
        int other = (alphabet.indexOf(text.charAt(at)) + by) % alphabet.length();
        return text.substring(0, at) + alphabet.charAt(other) + text.substring(at + 1);
    }

    @Provide
    Arbitrary<String> citizens() {
        return Combinators.combine(
                        Arbitraries.integers().between(1900, 2020),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(0, 999))
                .as((year, month, day, sequence) -> {
                    String body = "440305" + String.format("%04d%02d%02d%03d", year, month, day, sequence);
                    return body + IdCards.check(body);
                });
    }

    @Provide
    Arbitrary<String> firms() {
        return Arbitraries.strings()
                .withChars(CreditCodes.ALPHABET.toCharArray())
                .ofLength(9)
                .map(organisation -> {
                    String body = "91440300" + organisation;
                    return body + CreditCodes.check(body);
                });
    }
}

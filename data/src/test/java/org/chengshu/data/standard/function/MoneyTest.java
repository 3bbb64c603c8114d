package org.chengshu.data.standard.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50(万元人民币)       | 500000 CNY
            500(万)             | 5000000
            17万元人民币         | 170000 CNY
            50(万元)            | 500000
            8,800(万美元)       | 88000000 USD
            51,022.3050(万元人民币) | 510223050 CNY
            400(万港币)         | 4000000 HKD
            14,500(万日元)      | 145000000 JPY
            340(万欧元)         | 3400000 EUR
            350(万元美元)       | 3500000 USD
            3,000(万人民币元)    | 30000000 CNY
            １２３．５万元        | 1235000
            壹佰万元整           | 1000000
            人民币壹拾贰元伍角叁分 | 12.53 CNY
            壹亿贰仟万元         | 120000000
            1亿2000万元         | 120000000
            12元5角             | 12.5
            US$1,000           | 1000 USD
            ￥ 99.90            | 99.9 CNY
            EUR 1.5 million    | 1500000 EUR
            -12.5元             | -12.5
            0                  | 0
            """)
    void readsAmountsWithUnitAndCurrency(String text, String value) {
        assertThat(Book.of("money", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            万人民币          | !NUMBER_MISSING
            约100万元         | !APPROXIMATE
            100万元以上       | !APPROXIMATE
            100-200万元       | !RANGE
            100万元200万元     | !UNITS
            5万5             | !UNIT_MISSING
            1,23万元          | !NUMBER
            100万元人民币美元   | !CURRENCIES
            $100             | !CURRENCY_AMBIGUOUS
            一百五元          | !NUMBER
            100万个           | !MONEY_WORD
            -                | ~
            N/A              | ~
            """)
    void refusesWhatCouldBeReadInTwoWaysOrNotAtAll(String text, String problem) {
        assertThat(Book.of("money", text)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            money:part=amount             | 50(万元人民币) | 500000
            money:part=currency           | 50(万元人民币) | CNY
            money:part=currency           | 500(万)       | ~
            money:currency=CNY            | 500(万)       | 5000000 CNY
            money:only=CNY                | 8,800(万美元)  | !CURRENCY
            money:unit=万元               | 500           | 5000000
            money:unit=万元               | 500元         | 500
            money:currency=USD            | $100          | 100 USD
            """)
    void takesWhatItsOptionsSay(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }

    @Property(tries = 300)
    void whatIsFormattedIsReadBack(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        String grouped = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
        String plain = amount.stripTrailingZeros().signum() == 0
                ? "0"
                : amount.stripTrailingZeros().toPlainString();
        assertThat(Book.of("money:part=amount", grouped + "元")).isEqualTo(plain);
        assertThat(Book.of("money:part=amount", "人民币" + grouped)).isEqualTo(plain);
        assertThat(Book.of("money:part=amount", ChineseAmount.of(cents))).isEqualTo(plain);
    }
}

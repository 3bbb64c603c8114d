package org.chengshu.data.load.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chengshu.core.spi.FieldType;
import org.junit.jupiter.api.Test;

class DraftsTest {
    @Test
    void theTypeIsTheNarrowestThatNearlyAllValuesAreOf() {
        assertThat(guess("capital", "1", "2", "3,000").type()).isEqualTo(FieldType.INTEGER);
        assertThat(guess("capital", "1", "2.5").type()).isEqualTo(FieldType.NUMBER);
        assertThat(guess("since", "2020-01-01", "2020年2月3日").type()).isEqualTo(FieldType.DATE);
        assertThat(guess("at", "2020-01-01T08:30:00Z", "2020-01-02 09:00").type())
                .isEqualTo(FieldType.INSTANT);
        assertThat(guess("active", "是", "否", "是").type()).isEqualTo(FieldType.BOOLEAN);
        assertThat(guess("name", "Tea", "12").type()).isEqualTo(FieldType.TEXT);
        assertThat(guess("empty", "", " ").type()).isEqualTo(FieldType.TEXT);
    }

    @Test
    void whatNamesThingsStaysAText() {
        assertThat(guess("邮编", "518000", "510000").type()).isEqualTo(FieldType.TEXT);
        assertThat(guess("zip", "02108", "10001").type()).isEqualTo(FieldType.TEXT);
        assertThat(guess("number", "440300199001011234").type()).isEqualTo(FieldType.TEXT);
        assertThat(guess("CASE_ENQUIRY_ID", "101001240734").type()).isEqualTo(FieldType.TEXT);
        assertThat(guess("day", "20200101", "20200102").type()).isEqualTo(FieldType.INTEGER);
    }

    @Test
    void wordsThatStandForNoValueDoNotSpoilTheType() {
        ColumnGuess guess = new ColumnGuess("score");
        for (String value : List.of("1", "NULL", "无", "7", "N/A")) {
            guess.see(value);
        }
        assertThat(guess.guess().type()).isEqualTo(FieldType.INTEGER);
        assertThat(guess.guess().failing()).isZero();
        assertThat(guess.hasNullWords()).isTrue();
    }

    @Test
    void monthAndDayAreToldApartByDaysBeyondTwelve() {
        assertThat(guess("at", "01/02/2015 12:20:09 AM", "01/13/2015 01:00:00 PM")
                        .format())
                .contains("mdy");
        assertThat(guess("at", "01.02.2015", "13.01.2015").format()).contains("dmy");
        assertThat(guess("at", "01.02.2015", "13.01.2015").type()).isEqualTo(FieldType.DATE);
    }

    @Test
    void aFewThatDoNotFitAreCountedAndShown() {
        String[] values = new String[100];
        for (int i = 0; i < 97; i++) {
            values[i] = String.valueOf(i);
        }
        values[97] = "a lot";
        values[98] = "many";
        values[99] = "7x";
        ColumnGuess.Guess guess = guess("amount", values);
        assertThat(guess.type()).isEqualTo(FieldType.INTEGER);
        assertThat(guess.failing()).isEqualTo(3);
        assertThat(guess.failures()).containsExactly("a lot", "many", "7x");
    }

    @Test
    void namesAreMadeOfWhatTheHeadSays() {
        FieldNames names = new FieldNames();
        List<String> heads =
                List.of("OSEBuildingID", "SiteEUI(kBtu/sf)", "企业名称", "统一社会信用代码", "奇怪的列", "2016", "loaded_at", "企业 名称");
        List<String> drafted = heads.stream()
                .map(head -> names.draft(head, heads.indexOf(head)))
                .toList();
        assertThat(drafted)
                .containsExactly(
                        "ose_building_id",
                        "site_eui_k_btu_sf",
                        "enterprise_name",
                        "credit_code",
                        "col_5",
                        "c_2016",
                        "loaded_at_2",
                        "enterprise_name_2");
    }

    private static ColumnGuess.Guess guess(String column, String... values) {
        ColumnGuess guess = new ColumnGuess(column);
        for (String value : values) {
            guess.see(value);
        }
        return guess.guess();
    }
}

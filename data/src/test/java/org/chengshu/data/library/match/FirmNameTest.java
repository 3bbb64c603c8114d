package org.chengshu.data.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmNameTest {
    @Test
    void takesAFirmsNameApart() {
        assertThat(FirmName.of("上海青禾（集团）商贸有限公司")).isEqualTo(new FirmName("上海", "青禾集团商贸", "有限", ""));
        assertThat(FirmName.of("湖南省长沙市青禾建筑劳务有限责任公司")).isEqualTo(new FirmName("湖南长沙", "青禾建筑劳务", "有限", ""));
        assertThat(FirmName.of("青禾电信股份有限公司白云营业厅")).isEqualTo(new FirmName("", "青禾电信", "股份", "白云营业厅"));
    }

    @ParameterizedTest
    @CsvSource({"上海青禾商贸有限公司, 上海 青禾商贸有限公司, 1.0", "上海青禾（中国）商贸有限公司, 上海青禾(中国)商贸有限公司, 1.0", "上海青禾商贸有限公司, 上海青禾商贸有限责任公司, 1.0"})
    void namesThatDifferInSignsAndFormAreOne(String a, String b, double like) {
        assertThat(FirmName.of(a).like(FirmName.of(b))).isEqualTo(like);
    }

    @ParameterizedTest
    @CsvSource({
        "上海青禾商贸有限公司, 上海青禾商贸有限公司第一分公司",
        "青禾电信股份有限公司白云营业厅, 青禾电信股份有限公司黄山营业厅",
        "上海第一建筑有限公司, 上海第二建筑有限公司",
        "上海青禾商贸有限公司, 北京青禾商贸有限公司",
        "上海青禾商贸有限公司, 上海红叶物流有限公司"
    })
    void differentFirmsAreNotSure(String a, String b) {
        assertThat(FirmName.of(a).like(FirmName.of(b))).isLessThan(0.8);
    }

    @Test
    void oneWrongLetterIsAskedAbout() {
        double like = FirmName.of("上海青禾商务咨询有限公司").like(FirmName.of("上海青和商务咨询有限公司"));
        assertThat(like).isBetween(0.7, 0.93);
    }
}

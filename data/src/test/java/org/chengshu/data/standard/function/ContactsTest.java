package org.chengshu.data.standard.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone          | 138 0013 8000            | 13800138000
            phone          | +86-138-0013-8000        | 13800138000
            phone          | 008613800138000          | 13800138000
            phone          | 013800138000             | 13800138000
            phone          | 020-38356454转1           | 020-38356454-1
            phone          | (020)38356454-801        | 020-38356454-801
            phone          | ０２０－３８３５６４５４     | 020-38356454
            phone          | +86 20 3835 6454         | 020-38356454
            phone          | 0755-83132111            | 0755-83132111
            phone          | 07398234567              | 0739-8234567
            phone          | 400-830-8300             | 400-830-8300
            phone          | 4008308300转5             | 400-830-8300-5
            phone          | 12345                    | 12345
            phone          | 0755-12345               | 0755-12345
            phone          | 110                      | 110
            phone          | 83132111                 | 83132111
            phone:area=0755| 83132111                 | 0755-83132111
            phone          | 电话：0755-83132111        | 0755-83132111
            phone          | +1 (415) 555-2671        | +14155552671
            phone          | 138001380                | !LENGTH
            phone          | 138****8000              | !MASKED
            phone          | 13800138000/13900139000  | !SEVERAL
            phone          | 看门口                    | !NOT_A_PHONE
            phone:kind=mobile | 0755-83132111         | !KIND
            phone:part=extension | 020-38356454转1     | 1
            phone          | 020-3835645              | !LENGTH
            """)
    void readsTelephoneNumbers(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            coordinate             | 114.057868, 22.543099          | 114.057868,22.543099
            coordinate             | 22.543099，114.057868           | 114.057868,22.543099
            coordinate             | 北纬22°32′35″ 东经114°3′28″       | 114.057778,22.543056
            coordinate             | 114°3'28"E, 22°32'35"N         | 114.057778,22.543056
            coordinate             | E114.057868 N22.543099         | 114.057868,22.543099
            coordinate             | POINT(114.057868 22.543099)    | 114.057868,22.543099
            coordinate:part=lat    | 114.057868, 22.543099          | 22.543099
            coordinate             | 10, 20                         | !ORDER
            coordinate             | 114.05                         | !NOT_A_POSITION
            coordinate             | 200,22                         | !OUT_OF_RANGE
            coordinate:datum=gcj02 | 114.062938,22.540368           | 114.057824,22.543085
            """)
    void readsCoordinates(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text                  | 　城 枢   平台             | 城 枢 平台
            text:width=half       | ＡＢＣ１２３               | ABC123
            text:width=full       | AB1                     | ＡＢ１
            text:case=upper       | abc                     | ABC
            null                  | 暂无                     | ~
            null                  | －－                     | ~
            text:nulls=no         | 无                       | 无
            number                | 1,234.50                | 1234.5
            number                | １２３                    | 123
            number                | 3.5万                   | 35000
            number                | 一万二千三百              | 12300
            number                | (1,234)                 | -1234
            number                | 12.5%                   | 12.5
            number:decimal=comma  | 1.234,5                 | 1234.5
            number:unit=平方米      | 120平方米                | 120
            number:unit=平方米      | 120亩                   | !UNIT
            number:scale=1        | 3.14159                 | 3.1
            number                | 1.5E+07                 | 15000000
            number                | 约500                   | !APPROXIMATE
            number                | 10 20                   | !SEVERAL
            number                | 1,23                    | !NUMBER
            number                | abc                     | !NOT_A_NUMBER
            integer               | 3.5                     | !NOT_WHOLE
            firm-name             | 上海（浦东） 某某有限责任公司 | 上海(浦东)某某有限公司
            firm-name:for=display | 上海(浦东)某某有限责任公司   | 上海（浦东）某某有限责任公司
            firm-name:part=form   | 某某有限责任公司           | 有限责任公司
            firm-name             | 某某（上海                | !BRACKETS
            """)
    void readsTextsNumbersAndNames(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }
}

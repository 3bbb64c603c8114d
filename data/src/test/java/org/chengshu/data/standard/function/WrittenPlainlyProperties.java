package org.chengshu.data.standard.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is read by hand for speed says what the rule, written as a pattern, says. */
class WrittenPlainlyProperties {
    private static final Pattern TIME_BEHIND = Pattern.compile(
            "(?:(?<=\\d)[Tt]|\\s|(?<=[日号]))\\s*(?=(?:上午|下午|晚上|凌晨|中午|[AaPp][Mm])?\\s*\\d{1,2}(?:[:时点]|\\s*[AaPp][Mm]))");
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Pattern PLATE =
            Pattern.compile("[" + PROVINCES + "][A-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领]"
                    + "|[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])|使\\d{6}|\\d{6}使");
    private static final Pattern FIXED = Pattern.compile("(010|02[0-57-9])([2-8]\\d{7})|(0[3-9]\\d{2})([2-8]\\d{6,7})");

    @Property(tries = 5_000)
    void aTimeIsFoundBehindItsDate(@ForAll("moments") String text) {
        Matcher found = TIME_BEHIND.matcher(text);
        Moment expected = found.find()
                ? new Moment(
                        text.substring(0, found.start()).strip(),
                        text.substring(found.end()).strip())
                : new Moment(text, "");
        assertThat(Moment.split(text)).isEqualTo(expected);
    }

    @Property(tries = 5_000)
    void aPlateIsWhatTheStandardSays(@ForAll("plates") String text) {
        assertThat(Book.of("plate", text).equals(text))
                .isEqualTo(PLATE.matcher(text).matches());
    }

    @Property(tries = 5_000)
    void aFixedNumberIsToldByItsAreaCode(@ForAll("numbers") String text) {
        Matcher fixed = FIXED.matcher(text);
        String area = fixed.matches() ? fixed.group(1) == null ? fixed.group(3) : fixed.group(1) : "";
        assertThat(Book.of("phone:kind=fixed", text).equals(area + "-" + text.substring(area.length())))
                .isEqualTo(fixed.matches());
    }

    @Property
    void aMomentIsTheSameInEveryWayOfWritingIt(
            @ForAll @IntRange(min = 1900, max = 2100) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int minute) {
        String plain = "%d-%02d-%02d %02d:%02d:00".formatted(year, month, day, hour, minute);
        assertThat(Book.of("datetime", plain))
                .isEqualTo(Book.of("datetime", "%d年%d月%d日 %d时%d分".formatted(year, month, day, hour, minute)))
                .isEqualTo(Book.of("datetime", plain + ".000"))
                .isEqualTo(Book.of("datetime", plain.replace('-', '/').replace(' ', 'T')));
    }

    @Provide
    Arbitrary<String> moments() {
        return Arbitraries.strings()
                .withChars("0123456789年月日号-/ \t::时点分TtAaPpMm上午下".toCharArray())
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> plates() {
        Arbitrary<String> head = Arbitraries.strings()
                .withChars((PROVINCES + "使台").toCharArray())
                .ofMaxLength(1);
        Arbitrary<String> tail = Arbitraries.strings()
                .withChars("ABDHIJKOZ0123456789挂学警使".toCharArray())
                .ofMinLength(5)
                .ofMaxLength(8);
        return Combinators.combine(head, tail).as(String::concat);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> area = Arbitraries.of("010", "011", "020", "026", "029", "0311", "0755", "0999", "00", "");
        Arbitrary<String> rest = Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(9);
        return Combinators.combine(area, rest).as(String::concat);
    }
}

package org.chengshu.data.library.match;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address for comparing: the part below district and town, and its numbers. Cut addresses ({@code 张虹路129号} for
 * {@code 上海市闵行区张虹路129号5楼}) stay alike, other numbers on the same road do not.
 */
record AddressText(String road, Set<String> numbers, String door) {
    private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");
    private static final Pattern ABOVE = Pattern.compile("^.{2,12}?(特别行政区|自治区|自治州|自治县|新区|省|市|州|盟|县|区|旗|镇|乡)(?=..)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern DOOR = Pattern.compile("(.{2}[路街道巷弄村组里园区])[^0-9]{0,2}([0-9]+)");
    private static final int MOST_LEVELS = 4;
    private static final double OTHER_NUMBERS = 0.5;
    private static final double SOME_NUMBERS = 0.9;

    static AddressText of(String written) {
        String text = Plain.digits(
                Plain.letters(BRACKETS.matcher(Plain.signs(written)).replaceAll("")));
        for (int i = 0; i < MOST_LEVELS; i++) {
            Matcher above = ABOVE.matcher(text);
            if (!above.find()) {
                break;
            }
            text = text.substring(above.end());
        }
        Set<String> numbers = new TreeSet<>();
        NUMBER.matcher(text).results().forEach(found -> numbers.add(found.group()));
        Matcher door = DOOR.matcher(text);
        return new AddressText(text, Set.copyOf(numbers), door.find() ? door.group(1) + door.group(2) : "");
    }

    double like(AddressText other) {
        double overlap = Similarity.overlap(road, other.road);
        if (numbers.isEmpty() || other.numbers.isEmpty()) {
            return overlap;
        }
        long shared = numbers.stream().filter(other.numbers::contains).count();
        if (shared == 0) {
            return overlap * OTHER_NUMBERS;
        }
        return shared == Math.min(numbers.size(), other.numbers.size()) ? overlap : overlap * SOME_NUMBERS;
    }
}

package org.chengshu.data.catalogue.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Text;

/** Gathers everything that is wrong with what somebody put on a list. For one thread. */
final class ListInput {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_FIELDS = 200;

    private final List<PlacedFault> faults = new ArrayList<>();

    String title(String place, String given) {
        return text(place, given, LONGEST_TITLE);
    }

    String text(String place, String given) {
        return text(place, given, LONGEST_TEXT);
    }

    private String text(String place, String given, int most) {
        String text = given == null ? "" : given.strip();
        require(!text.isEmpty(), place, "必填", "it is needed");
        require(text.length() <= most, place, "最多 " + most + " 个字符", "at most " + most + " characters");
        return text;
    }

    List<String> fields(String place, List<String> given) {
        List<String> fields = given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        require(fields.size() <= MOST_FIELDS, place, "最多 " + MOST_FIELDS + " 项", "at most " + MOST_FIELDS + " fields");
        fields.forEach(
                field -> require(field.length() <= LONGEST_TITLE, place, "信息项名称太长", "a field's name is too long"));
        return fields;
    }

    void require(boolean sound, String place, String zh, String en) {
        if (!sound) {
            faults.add(new PlacedFault(place, Text.of(zh, en)));
        }
    }

    /** Faults with all of them. */
    void end() {
        if (!faults.isEmpty()) {
            throw new FaultyInput(
                    DataError.LIST_ITEM_FAULTY, faults.getFirst().detail().en(), faults);
        }
    }

    static FaultyInput fault(String place, String zh, String en) {
        return new FaultyInput(DataError.LIST_ITEM_FAULTY, en, List.of(new PlacedFault(place, Text.of(zh, en))));
    }

    static String reason(String given) {
        ListInput input = new ListInput();
        String reason = input.text("reason", given);
        input.end();
        return reason;
    }

    static <T> Optional<T> optional(Optional<T> given) {
        return given == null ? Optional.empty() : given;
    }
}

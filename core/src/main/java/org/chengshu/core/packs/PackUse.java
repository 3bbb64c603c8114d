package org.chengshu.core.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.chengshu.kernel.Text;

/**
 * Things in the city that use an item of a pack now: open work, things of a kind, accounts with a role. Immutable.
 *
 * @param item the item's id
 * @param what what they are, fitting the count
 * @param examples names or numbers of a few of them
 * @param holds whether the item must stay as long as they are there
 */
public record PackUse(String item, Text what, long count, List<String> examples, boolean holds) {
    /** As many examples as a sentence bears. */
    public static final int EXAMPLES = 3;

    public PackUse {
        examples = List.copyOf(examples);
    }

    /** A use that keeps its item from being removed. */
    public static PackUse holding(String item, Noun noun, long count, List<String> examples) {
        return new PackUse(item, noun.of(count), count, examples, true);
    }

    /** A use worth telling that stands in nobody's way. */
    public static PackUse told(String item, Noun noun, long count, List<String> examples) {
        return new PackUse(item, noun.of(count), count, examples, false);
    }

    /** "3 open cases (20260101-001, 20260101-002, ...)". */
    @JsonProperty
    public Text words() {
        if (examples.isEmpty()) {
            return Text.of(count + " " + what.zh(), count + " " + what.en());
        }
        boolean more = count > examples.size();
        return Text.of(
                count + " " + what.zh() + "（" + String.join("、", examples) + (more ? " 等" : "") + "）",
                count + " " + what.en() + " (" + String.join(", ", examples) + (more ? ", ..." : "") + ")");
    }

    /** What is counted: Chinese with its measure word, English for one and for many. */
    public record Noun(String zh, String one, String many) {
        Text of(long count) {
            return Text.of(zh, count == 1 ? one : many);
        }
    }
}

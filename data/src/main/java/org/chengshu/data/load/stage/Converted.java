package org.chengshu.data.load.stage;

import org.chengshu.kernel.Text;

/** What became of a delivered text: a value as the database writes it, nothing, or a reason why it is neither. */
public sealed interface Converted {
    Converted ABSENT = new Absent();

    record Value(String text) implements Converted {}

    record Absent() implements Converted {}

    record Bad(Text reason) implements Converted {}

    static Converted bad(String zh, String en, String text) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return new Bad(Text.of(zh + "：" + shown, en + ": " + shown));
    }
}

package org.chengshu.data.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.chengshu.kernel.Text;

/** Where an entry, or the next version of a published one, stands. */
public enum EntryState {
    DRAFT("草稿", "Draft"),
    REVIEW("审核中", "In review"),
    PUBLISHED("已发布", "Published"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Text title;

    EntryState(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EntryState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public Text title() {
        return title;
    }
}

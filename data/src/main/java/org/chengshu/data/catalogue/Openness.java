package org.chengshu.data.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.chengshu.kernel.Text;

/** Whether the public gets a resource. */
public enum Openness {
    OPEN("向社会开放", "Open"),
    CONDITIONAL("有条件开放", "Open on conditions"),
    CLOSED("不开放", "Not open");

    private final Text title;

    Openness(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return title;
    }
}

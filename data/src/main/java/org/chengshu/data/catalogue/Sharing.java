package org.chengshu.data.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.chengshu.kernel.Text;

/** Whether other departments get a resource (无条件, 有条件, 不予共享). */
public enum Sharing {
    UNCONDITIONAL("无条件共享", "Unconditional"),
    CONDITIONAL("有条件共享", "Conditional"),
    NONE("不予共享", "Not shared");

    private final Text title;

    Sharing(String zh, String en) {
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

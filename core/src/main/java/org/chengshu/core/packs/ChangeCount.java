package org.chengshu.core.packs;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.kernel.Text;

/** How many items came, changed and went. */
record ChangeCount(int added, int changed, int removed) {
    static ChangeCount of(int added, int changed, int removed) {
        return new ChangeCount(added, changed, removed);
    }

    Text words() {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        say(added, "新增 ", " added", zh, en);
        say(changed, "修改 ", " changed", zh, en);
        say(removed, "移除 ", " removed", zh, en);
        return zh.isEmpty()
                ? Text.of("各项均无变化", "no item changes")
                : Text.of(String.join("，", zh), String.join(", ", en));
    }

    private static void say(int count, String zhBefore, String enAfter, List<String> zh, List<String> en) {
        if (count > 0) {
            zh.add(zhBefore + count + " 项");
            en.add(count + enAfter);
        }
    }
}

package org.chengshu.cases.kinds;

import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/** Checks that what an item refers to is there, and names the nearest when it is not. */
public record References(PackContents contents, PackFaults faults) {
    /** Adds a fault when the text at the pointer, if there is one, is no id of the section. */
    public void require(PackItem item, String pointer, String section, String whatZh, String whatEn) {
        String id = item.json().at(pointer).asString("");
        if (id.isEmpty() || contents.exists(section, id)) {
            return;
        }
        Optional<String> nearest = Nearest.of(id, contents.ids(section));
        String zh = "没有" + whatZh + " " + id
                + nearest.map(name -> "，是否指 " + name + "？").orElse("");
        String en = "there is no " + whatEn + " " + id
                + nearest.map(name -> "; did you mean " + name + "?").orElse("");
        faults.add(item.place(pointer), Text.of(zh, en));
    }
}

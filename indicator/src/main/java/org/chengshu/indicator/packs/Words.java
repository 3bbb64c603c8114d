package org.chengshu.indicator.packs;

import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Says a refusal in both languages. */
final class Words {
    private Words() {}

    static Text text(Fault fault) {
        return Text.of(fault.code().title().zh() + "：" + fault.getMessage(), fault.getMessage());
    }
}

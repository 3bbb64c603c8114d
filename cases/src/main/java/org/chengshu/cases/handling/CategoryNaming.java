package org.chengshu.cases.handling;

import java.util.Collection;
import java.util.Map;
import org.chengshu.kernel.Text;

/** What the codes of categories are called; one that is in no tree is left out. */
@FunctionalInterface
public interface CategoryNaming {
    Map<String, Text> names(Collection<String> codes);
}

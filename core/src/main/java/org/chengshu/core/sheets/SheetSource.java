package org.chengshu.core.sheets;

import java.util.List;

/** A bean by which a feature says how its lists are written as tables; a list has one sheet. */
@FunctionalInterface
public interface SheetSource {
    List<ListSheet<?>> sheets();
}

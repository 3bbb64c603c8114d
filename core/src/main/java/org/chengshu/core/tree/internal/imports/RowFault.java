package org.chengshu.core.tree.internal.imports;

import org.chengshu.kernel.Text;

/** A row that was not taken, where it stands, and why. The code is empty when the row has none. */
record RowFault(String place, String code, Text text) {}

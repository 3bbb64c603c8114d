package org.chengshu.data.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page of rows, newest first, each by field name. */
record RowsPage(List<String> columns, List<Map<String, Object>> items, Optional<String> next) {}

package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.List;

/** A golden record in a list. */
record RecordItem(long id, String label, int members, List<String> sources, Instant changedAt) {}

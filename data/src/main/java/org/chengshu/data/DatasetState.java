package org.chengshu.data;

import java.time.Instant;
import java.util.Optional;

/**
 * How much a dataset holds for one viewer and how new it is.
 *
 * @param rows exact when {@code rowsExact}, else the database's estimate
 * @param newest the latest time of any row
 */
public record DatasetState(long rows, boolean rowsExact, Optional<Instant> newest) {}

package org.chengshu.sense.device;

import org.chengshu.sense.Property;

/** A series' number in the database and what its readings are. */
public record SeriesRef(int id, Property property) {}

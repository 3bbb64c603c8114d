package org.chengshu.sense;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Viewer;

/**
 * What devices have reported, as stored. A device that is absent or outside the viewer's areas is a fault
 * {@link SenseError#DEVICE_NOT_FOUND}, a property it does not have {@link SenseError#PROPERTY_NOT_FOUND}. Safe for many threads.
 */
public interface Readings {
    /** The newest reading of each property that has one. */
    Map<String, Reading> latest(String device, Viewer viewer);

    /** The readings of [from, to) in order of time; if there are more than the limit, the last ones. */
    List<Reading> list(String device, String property, Instant from, Instant to, int limit, Viewer viewer);
}

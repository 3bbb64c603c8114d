package org.chengshu.core.spi;

import java.util.List;
import org.chengshu.core.access.Viewer;

/** A bean that knows what waits for a viewer in its module; it answers at most 200, the most pressing first. */
@FunctionalInterface
public interface TaskSource {
    List<Task> tasks(Viewer viewer);
}

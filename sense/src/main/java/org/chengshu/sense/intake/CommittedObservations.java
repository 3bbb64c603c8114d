package org.chengshu.sense.intake;

import java.util.Map;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.wire.Observation;

/**
 * Hears of each batch after its commit: the newest observation of each device that was not late. Called on the writers'
 * threads, several at a time, so what it does is short. What it throws is logged and stops nobody. After {@code kill -9} the
 * last batch may have been committed and not heard; who must not miss one looks at the latest readings when it starts.
 */
public interface CommittedObservations {
    void heard(Map<KnownDevice, Observation> newest);
}

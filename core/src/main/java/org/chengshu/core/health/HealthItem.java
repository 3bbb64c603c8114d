package org.chengshu.core.health;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthState;
import org.chengshu.kernel.Text;

/**
 * A part of the node and how it is.
 *
 * @param since when it came into this state, as this node knows
 */
public record HealthItem(String name, HealthState state, Text title, Text words, Optional<Text> remedy, Instant since) {
    public static HealthItem of(String name, Text title, Finding finding, Instant since) {
        return new HealthItem(name, finding.state(), title, finding.words(), finding.remedy(), since);
    }
}

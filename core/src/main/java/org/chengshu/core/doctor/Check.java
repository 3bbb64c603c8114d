package org.chengshu.core.doctor;

import java.util.Optional;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.core.spi.HealthState;
import org.chengshu.kernel.Text;

/** One thing that was looked at and how it was found. Holds no secret. Immutable. */
public record Check(String name, HealthState state, Text title, Text words, Optional<Text> remedy) {
    /** Looks; what breaks while it looks is a finding too. */
    public static Check of(HealthSource source) {
        Finding finding;
        try {
            finding = source.look();
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            finding = Finding.down(
                    Text.of("无法检查：" + why, "It cannot be looked at: " + why),
                    Text.of("先解决上述原因，再运行一次", "Mend that first and look again"));
        }
        return new Check(source.name(), finding.state(), source.title(), finding.words(), finding.remedy());
    }
}

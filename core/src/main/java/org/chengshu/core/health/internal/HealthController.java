package org.chengshu.core.health.internal;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.chengshu.core.access.Access;
import org.chengshu.core.db.Release;
import org.chengshu.core.health.Health;
import org.chengshu.core.health.HealthItem;
import org.chengshu.core.spi.HealthState;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/health")
class HealthController implements PermissionSource {
    private static final String HEALTH = "core:health";

    private final Health health;
    private final Clock clock;

    HealthController(Health health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofCity(HEALTH, "查看平台运行状况", "See how the platform is"));
    }

    @GetMapping
    @Access(value = HEALTH, audit = Access.NOT_AUDITED)
    Page health() {
        List<HealthItem> items = health.items();
        HealthState worst = items.isEmpty() ? HealthState.OK : items.getFirst().state();
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return new Page(worst, Release.CURRENT.name(), started, clock.instant(), items);
    }

    record Page(HealthState state, String release, Instant startedAt, Instant at, List<HealthItem> items) {}
}

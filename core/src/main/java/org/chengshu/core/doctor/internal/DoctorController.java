package org.chengshu.core.doctor.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chengshu.core.access.Access;
import org.chengshu.core.db.Release;
import org.chengshu.core.doctor.Check;
import org.chengshu.core.doctor.Doctor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/doctor")
class DoctorController {
    private static final String HEALTH = "core:health";

    private final Doctor doctor;
    private final Clock clock;

    DoctorController(Doctor doctor, Clock clock) {
        this.doctor = doctor;
        this.clock = clock;
    }

    @GetMapping
    @Access(value = HEALTH, audit = Access.NOT_AUDITED)
    Report examine() {
        return new Report(Release.CURRENT.name(), clock.instant(), doctor.examine());
    }

    /** What every platform thread is doing, for whoever looks into a node that hangs. */
    @GetMapping(path = "/threads", produces = MediaType.TEXT_PLAIN_VALUE)
    @Access(value = HEALTH, audit = Access.NOT_AUDITED)
    String threads() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(ThreadInfo::toString)
                .collect(Collectors.joining());
    }

    record Report(String release, Instant at, List<Check> items) {}
}

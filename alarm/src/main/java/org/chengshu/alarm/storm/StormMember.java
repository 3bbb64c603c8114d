package org.chengshu.alarm.storm;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Subject;
import org.chengshu.kernel.Text;

/** An alarm as the choice of a storm's root looks at it. */
record StormMember(
        UUID id,
        String rule,
        Text ruleTitle,
        String sort,
        int severity,
        Subject subject,
        Text subjectTitle,
        String areaPath,
        Optional<Subject> parent,
        Instant raisedAt) {}

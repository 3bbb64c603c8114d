package org.chengshu.cases.check;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.kinds.CheckWay;

/** One thing to find out about a case, as far as rules ask. */
record CheckTask(
        UUID id,
        CaseId caseId,
        CheckWay way,
        CheckCause cause,
        Instant round,
        Optional<UUID> closure,
        Optional<UUID> report,
        CheckState state,
        Optional<UUID> takenBy,
        Optional<String> taker,
        int tries) {}

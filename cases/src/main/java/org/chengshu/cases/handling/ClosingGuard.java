package org.chengshu.cases.handling;

import java.util.Optional;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.kernel.Fault;

/** A bean that knows of something without which a case in verification must not be closed as put right. */
@FunctionalInterface
public interface ClosingGuard {
    /** Why this locked case cannot be closed yet. */
    Optional<Fault> objection(CaseFile file, CaseKind kind);
}

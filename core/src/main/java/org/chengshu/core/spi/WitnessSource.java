package org.chengshu.core.spi;

import java.util.Optional;

/** A bean that can tell when a subject of its kind last gave a sign of life; asked before its word is trusted. */
public interface WitnessSource {
    String subjectKind();

    Optional<Witness> find(String subjectId);
}

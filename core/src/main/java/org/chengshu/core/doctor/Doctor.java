package org.chengshu.core.doctor;

import java.util.List;

/** Looks at everything that commonly goes wrong with a running node and its machine. Changes nothing. */
@FunctionalInterface
public interface Doctor {
    /** The worst first. Takes a few seconds at most. */
    List<Check> examine();
}

package org.chengshu.sense.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A yes-or-no question about one observation; empty when something it asks about is not known. */
public interface Condition {
    /** Names such as {@code pm25}, {@code previous.pm25}, {@code held.pm25}. */
    Set<String> inputs();

    Optional<Boolean> ask(Map<String, Object> known);
}

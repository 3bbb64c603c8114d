package org.chengshu.data.standard;

import java.util.List;
import java.util.Optional;

/**
 * The book of standard functions, by name. A function is asked for by a call, one text that mappings, rules and packs can
 * hold: {@code name} or {@code name:option=value,option=value}. Every function knows the options {@code nulls=no} (null
 * words are taken as they are) and {@code part=} (one part is the value). Safe for many threads.
 */
public interface Standards {
    /** All functions, by name. */
    List<StandardFunction> list();

    /**
     * Empty when there is no function of that name. Faults with {@code STANDARD_OPTION_FAULTY} when the function has no
     * such option or the option cannot have this value.
     */
    Optional<Standardiser> find(String call);

    /** As {@link #find}, faults with {@code STANDARD_NOT_FOUND}. */
    Standardiser get(String call);
}

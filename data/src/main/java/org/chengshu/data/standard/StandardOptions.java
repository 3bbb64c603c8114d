package org.chengshu.data.standard;

import java.util.Map;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/**
 * The options of one call, with the usual values for those that it does not name. Immutable.
 *
 * @param book where the function itself may find others
 */
public record StandardOptions(StandardFunction function, Map<String, String> given, Standards book) {
    public StandardOptions {
        given = Map.copyOf(given);
    }

    /** The value given or the usual one; empty when there is none. */
    public String get(String option) {
        return given.getOrDefault(
                option, function.option(option).map(StandardOption::usual).orElse(""));
    }

    public Optional<String> find(String option) {
        return Optional.of(get(option)).filter(value -> !value.isEmpty());
    }

    public boolean is(String option, String value) {
        return get(option).equals(value);
    }

    /** Refuses a value of an option. */
    public Fault refused(String option, String why) {
        return new Fault(
                DataError.STANDARD_OPTION_FAULTY, function.name() + ": " + option + "=" + get(option) + ": " + why);
    }
}

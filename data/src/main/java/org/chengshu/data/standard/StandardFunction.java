package org.chengshu.data.standard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.kernel.Text;

/**
 * One function of the book, as its author declares it.
 *
 * @param example a text that it takes
 * @param parts the names of the parts that a value may have
 * @param maker gives the function for the options; it is called with texts that are not blank, have no blanks around
 *     them and at most {@link #LONGEST} characters
 */
public record StandardFunction(
        String name,
        Text title,
        Text help,
        String example,
        List<StandardOption> options,
        List<String> parts,
        Maker maker) {
    public static final int LONGEST = 2_000;

    public StandardFunction {
        options = List.copyOf(options);
        parts = List.copyOf(parts);
    }

    /** A function without options. */
    public static StandardFunction plain(
            String name,
            Text title,
            Text help,
            String example,
            List<String> parts,
            Function<String, Standardised> way) {
        return new StandardFunction(name, title, help, example, List.of(), parts, options -> way);
    }

    public Optional<StandardOption> option(String option) {
        return options.stream().filter(known -> known.name().equals(option)).findFirst();
    }

    /** Makes the function for given options; faults with {@code STANDARD_OPTION_FAULTY} when they make no sense. */
    @FunctionalInterface
    public interface Maker {
        Function<String, Standardised> make(StandardOptions options);
    }
}

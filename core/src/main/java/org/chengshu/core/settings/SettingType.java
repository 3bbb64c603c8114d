package org.chengshu.core.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * How the text of a setting becomes its value.
 *
 * @param kind one word for the manual
 * @param expects completes "... is not ..."
 * @param none the value when nothing is given and there is no default; absent when a value must be there
 */
record SettingType<T>(String kind, Text expects, Reader<T> reader, Optional<T> none) {
    /** Reads a text, with the data folder at hand for relative paths; empty when it is not such a value. */
    @FunctionalInterface
    interface Reader<T> {
        Optional<T> read(String text, Path dataFolder);
    }

    SettingType<Optional<T>> optional() {
        Reader<Optional<T>> whenGiven = (text, folder) -> {
            Optional<T> value = reader.read(text, folder);
            return value.isPresent() ? Optional.of(value) : Optional.empty();
        };
        return new SettingType<>(kind, expects, whenGiven, Optional.of(Optional.empty()));
    }
}

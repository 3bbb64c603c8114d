package org.chengshu.data.catalogue.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chengshu.data.catalogue.Entry;

/** By what a search is narrowed and its hits are counted; each entry has one value of each. */
enum Facet {
    ORGANISATION(Entry::organisation),
    CLASS(entry -> entry.content().classCode()),
    SHARING(entry -> entry.content().sharing().word()),
    OPENNESS(entry -> entry.content().openness().word()),
    LAYER(entry -> entry.content().layer()),
    CYCLE(entry -> entry.content().cycle().word()),
    FORMAT(entry -> entry.content().format().word()),
    STATE(entry -> entry.state().word()),
    LATE(entry -> String.valueOf(entry.late()));

    static final List<Facet> ALL = List.of(values());

    private final Function<Entry, String> value;

    Facet(Function<Entry, String> value) {
        this.value = value;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String value(Entry entry) {
        return value.apply(entry);
    }

    static Optional<Facet> find(String word) {
        return Stream.of(values()).filter(facet -> facet.word().equals(word)).findFirst();
    }
}

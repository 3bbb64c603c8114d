package org.chengshu.data.standard.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A list of codes with their words, after a standard (its source, such as {@code GB/T 2261.1-2003}) or the city's own.
 * Immutable.
 */
public final class CodeTable {
    private final String id;
    private final Text title;
    private final Optional<String> source;
    private final List<Code> codes;
    private final Optional<String> pack;
    private final int version;
    private final Map<String, Code> byCode = new HashMap<>();
    private final Map<String, Code> byTitle = new HashMap<>();
    private final Map<String, Map<String, Code>> foreign = new HashMap<>();

    public CodeTable(
            String id, Text title, Optional<String> source, List<Code> codes, Optional<String> pack, int version) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.codes = List.copyOf(codes);
        this.pack = pack;
        this.version = version;
        for (Code code : codes) {
            byCode.put(code.code(), code);
            byTitle.putIfAbsent(folded(code.title().zh()), code);
            byTitle.putIfAbsent(folded(code.title().en()), code);
            code.names().forEach(name -> byTitle.putIfAbsent(folded(name), code));
            code.foreign()
                    .forEach((system, theirs) ->
                            theirs.forEach(word -> foreign.computeIfAbsent(system, any -> new HashMap<>())
                                    .putIfAbsent(folded(word), code)));
        }
    }

    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    public Optional<String> source() {
        return source;
    }

    public List<Code> codes() {
        return codes;
    }

    public Optional<String> pack() {
        return pack;
    }

    public int version() {
        return version;
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** By its title or another of its words, letters of either case. */
    public Optional<Code> named(String word) {
        return Optional.ofNullable(byTitle.get(folded(word)));
    }

    /** By what another system calls it. */
    public Optional<Code> foreign(String system, String code) {
        return Optional.ofNullable(foreign.getOrDefault(system, Map.of()).get(folded(code)));
    }

    /** Every word that {@link #named} knows. */
    public Iterable<String> words() {
        return byTitle.keySet();
    }

    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

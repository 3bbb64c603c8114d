package org.chengshu.formula;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables a formula may use, by name, with their types. A name is one or more words joined by dots, such as
 * {@code pm25} or {@code previous.pm25}; a word is letters (a-z, A-Z), digits and {@code _}, not beginning with a digit,
 * and none of the reserved words of CEL. Immutable.
 */
public record Signature(SortedMap<String, Type> types) {
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");
    private static final int LONGEST = 200;

    public Signature {
        for (String name : types.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException("'" + name + "' cannot name a variable of a formula");
            }
        }
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    public static Signature of(Map<String, Type> types) {
        return new Signature(new TreeMap<>(types));
    }

    /** Without any variable. */
    public static Signature none() {
        return of(Map.of());
    }

    /** The same variables and one more (or one with another type). */
    public Signature with(String name, Type type) {
        SortedMap<String, Type> more = new TreeMap<>(types);
        more.put(name, type);
        return new Signature(more);
    }

    public Optional<Type> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether a formula could use a variable of that name. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST
                && DOT.splitAsStream(name + ".x")
                        .allMatch(word -> WORD.matcher(word).matches() && !RESERVED.contains(word));
    }
}

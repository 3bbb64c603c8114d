package org.chengshu.data.standard;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is the same for all functions: blanks, null words, the length, one part as the value. */
record MadeStandardiser(
        String call, Function<String, Standardised> way, Optional<Supplier<NullWords>> nullWords, Optional<String> part)
        implements Standardiser {
    @Override
    public Standardised apply(String text) {
        String plain = Characters.trimmed(text);
        if (plain.isEmpty() || (nullWords.isPresent() && nullWords.get().get().contains(plain))) {
            return new Standardised.Blank(plain);
        }
        if (plain.length() > StandardFunction.LONGEST) {
            return Standardised.problem(
                    "TOO_LONG",
                    "超过 " + StandardFunction.LONGEST + " 个字符",
                    "more than " + StandardFunction.LONGEST + " characters");
        }
        Standardised made = way.apply(plain);
        return part.isPresent() && made instanceof Standardised.Value value ? onlyPart(value, part.get()) : made;
    }

    private static Standardised onlyPart(Standardised.Value value, String name) {
        String found = value.parts().get(name);
        return found == null ? new Standardised.Blank("") : new Standardised.Value(found, value.parts(), value.note());
    }
}

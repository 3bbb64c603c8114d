package org.chengshu.data.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;

@Component
class StandardBook implements Standards {
    private final SequencedMap<String, StandardFunction> functions = new TreeMap<>();
    private final Supplier<NullWords> nullWords;

    StandardBook(List<StandardSource> sources, List<NullWordSource> nullWords) {
        for (StandardSource source : sources) {
            for (StandardFunction function : source.functions()) {
                if (functions.put(function.name(), function) != null) {
                    throw new IllegalStateException("two standard functions are named " + function.name());
                }
            }
        }
        NullWords usual = NullWords.usual();
        this.nullWords = nullWords.isEmpty() ? () -> usual : nullWords.getFirst()::words;
    }

    @Override
    public List<StandardFunction> list() {
        return List.copyOf(functions.values());
    }

    @Override
    public Optional<Standardiser> find(String call) {
        StandardCall asked = StandardCall.parse(call);
        return Optional.ofNullable(functions.get(asked.name())).map(function -> made(function, asked));
    }

    @Override
    public Standardiser get(String call) {
        return find(call).orElseThrow(() -> {
            String name = StandardCall.parse(call).name();
            String hint = Nearest.of(name, functions.keySet())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            return new Fault(DataError.STANDARD_NOT_FOUND, "no standard function " + name + hint);
        });
    }

    private Standardiser made(StandardFunction function, StandardCall asked) {
        Map<String, String> rest = new TreeMap<>(asked.options());
        boolean nulls = !"no".equals(rest.remove("nulls"));
        Optional<String> part = Optional.ofNullable(rest.remove("part")).filter(name -> !name.equals("all"));
        part.ifPresent(name -> requirePart(function, name));
        check(function, rest);
        Function<String, Standardised> way = function.maker().make(new StandardOptions(function, rest, this));
        return new MadeStandardiser(asked.text(), way, nulls ? Optional.of(nullWords) : Optional.empty(), part);
    }

    private static void requirePart(StandardFunction function, String part) {
        if (!function.parts().contains(part)) {
            throw faulty(function, "it has no part " + part + ", only " + String.join(", ", function.parts()));
        }
    }

    private static void check(StandardFunction function, Map<String, String> options) {
        options.forEach((name, value) -> {
            StandardOption option = function.option(name).orElseThrow(() -> faulty(function, noOption(function, name)));
            if (!option.choices().isEmpty() && !option.choices().contains(value)) {
                throw faulty(function, name + " is one of " + String.join(", ", option.choices()) + ", not " + value);
            }
        });
    }

    private static String noOption(StandardFunction function, String name) {
        List<String> known = new ArrayList<>(List.of("nulls", "part"));
        function.options().forEach(option -> known.add(option.name()));
        return "it has no option " + name + ", only " + String.join(", ", known);
    }

    private static Fault faulty(StandardFunction function, String why) {
        return new Fault(DataError.STANDARD_OPTION_FAULTY, function.name() + ": " + why);
    }
}

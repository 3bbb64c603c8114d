package org.chengshu.data.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.rule.NullWords;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.Standards;
import org.springframework.stereotype.Component;

/** Tries the functions of the book that nearly nothing else satisfies, the strictest first. */
@Component
final class StandardsOfBook implements StandardFinder {
    private static final String MONEY = "money";
    private static final List<String> TRIED =
            List.of("credit-code", "id-card", "org-code", "plate", "phone", "coordinate", "date", "datetime", MONEY);
    private static final int FEWEST = 20;
    private static final int LOOKED_AT = 400;
    private static final int LONGEST = 60;
    private static final double NEARLY = 0.9;

    private final Standards standards;

    StandardsOfBook(Standards standards) {
        this.standards = standards;
    }

    @Override
    public Optional<Found> find(Collection<String> texts) {
        List<String> some = texts.stream()
                .filter(text -> !NullWords.is(text))
                .limit(LOOKED_AT)
                .toList();
        if (some.size() < FEWEST || some.stream().anyMatch(text -> text.length() > LONGEST)) {
            return Optional.empty();
        }
        // Bare numbers of a few digits are many things.
        boolean bare =
                some.stream().filter(text -> text.matches("[\\d.,]{1,9}")).count() > some.size() / 2;
        boolean measured = some.stream()
                        .filter(text -> text.matches(".*[\\p{IsAlphabetic}\\p{Sc}].*"))
                        .count()
                > some.size() / 2;
        return bare
                ? Optional.empty()
                : TRIED.stream()
                        .filter(call -> measured || !call.equals(MONEY))
                        .flatMap(call -> taken(call, some).stream())
                        .findFirst();
    }

    private Optional<Found> taken(String call, List<String> texts) {
        Optional<Standardiser> function = standards.find(call);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        long taken = texts.stream()
                .filter(text -> function.get().apply(text) instanceof Standardised.Value)
                .count();
        double share = (double) taken / texts.size();
        return share >= NEARLY ? Optional.of(new Found(call, share)) : Optional.empty();
    }
}

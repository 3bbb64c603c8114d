package org.chengshu.data.library.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fuzzy rules of a library at work: keys of blocks for a row, likeness of two rows. Pure; for many threads. */
public final class Matching {
    private final List<FuzzyRule> rules;
    private final List<FuzzyRule.FieldBlock> blocks;

    public Matching(List<FuzzyRule> rules) {
        this.rules = List.copyOf(rules);
        Set<FuzzyRule.FieldBlock> distinct = new LinkedHashSet<>();
        rules.forEach(rule -> distinct.addAll(rule.blocks()));
        this.blocks = List.copyOf(distinct);
    }

    public List<FuzzyRule> rules() {
        return rules;
    }

    /** The keys under which a row meets others, hashed; without repetition. */
    public long[] blockKeys(String[] values) {
        Set<Long> keys = new LinkedHashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            FuzzyRule.FieldBlock block = blocks.get(i);
            String value = values[block.field()];
            if (value != null) {
                for (String key : block.by().keys(value)) {
                    keys.add(Hashes.of(block.by().word() + '/' + block.field(), key));
                }
            }
        }
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    /** The most favourable of the rules. */
    public Likeness compare(Prepared a, Prepared b) {
        Likeness best = Likeness.NONE;
        for (int i = 0; i < rules.size(); i++) {
            Optional<Likeness> one = compare(i, a, b);
            if (one.isPresent() && one.get().better(best)) {
                best = one.get();
            }
        }
        return best;
    }

    private Optional<Likeness> compare(int number, Prepared a, Prepared b) {
        FuzzyRule rule = rules.get(number);
        double[] parts = new double[rule.comparisons().size()];
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < parts.length; i++) {
            FuzzyRule.Comparison comparison = rule.comparisons().get(i);
            parts[i] = part(comparison, a, b);
            if (parts[i] >= 0) {
                sum += comparison.weight() * parts[i];
                weights += comparison.weight();
            } else if (comparison.required()) {
                return Optional.empty();
            }
        }
        if (weights == 0) {
            return Optional.empty();
        }
        // Rounded, so that the same pair has the same score whichever row comes first.
        double score = Math.round(sum / weights * 10_000) / 10_000.0;
        return Optional.of(Likeness.of(rule.verdict(score), number, score, parts));
    }

    private static double part(FuzzyRule.Comparison comparison, Prepared a, Prepared b) {
        Optional<Object> left = a.ready(comparison.field(), comparison.by());
        Optional<Object> right = b.ready(comparison.field(), comparison.by());
        return left.isPresent() && right.isPresent() ? comparison.by().like(left.get(), right.get()) : Likeness.ABSENT;
    }

    /** The words of the comparisons of a rule in the order of {@link Likeness#parts}. */
    public List<String> words(int rule) {
        List<String> words = new ArrayList<>();
        rules.get(rule).comparisons().forEach(one -> words.add(one.by().word()));
        return words;
    }
}

package org.chengshu.core.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;

/**
 * Separation of duties: who must not do a deed although he holds the right, because of what he did to the same thing
 * before or where he belongs. Whoever belongs to no organisation is of none and so never refused for one he is of, but
 * always where only one organisation may. Pure and immutable; a module states its rules where the deed is done.
 *
 * <pre>
 * Duties.of(Text.of("核查", "verify")).notBy(Text.of("处置人", "the handler"), handlers).require(viewer);
 * </pre>
 */
public record Duties(Text deed, List<Rule> rules) {
    /** One reason to refuse; {@code role} says in words who the others are. */
    public sealed interface Rule {
        Text role();

        boolean allows(Viewer viewer);
    }

    /** Not the same person as any of these. */
    public record NotBy(Text role, Set<UUID> accounts) implements Rule {
        public NotBy {
            accounts = Set.copyOf(accounts);
        }

        @Override
        public boolean allows(Viewer viewer) {
            return !accounts.contains(viewer.accountId());
        }
    }

    /** Nobody of this organisation or one below it, such as one's own department. */
    public record NotOf(Text role, String organisationPath) implements Rule {
        @Override
        public boolean allows(Viewer viewer) {
            return viewer.organisationPath()
                    .filter(path -> path.startsWith(organisationPath))
                    .isEmpty();
        }
    }

    /** Only somebody of this organisation or one below it: not another's department. */
    public record OnlyOf(Text role, String organisationPath) implements Rule {
        @Override
        public boolean allows(Viewer viewer) {
            return viewer.organisationPath()
                    .filter(path -> path.startsWith(organisationPath))
                    .isPresent();
        }
    }

    public Duties {
        rules = List.copyOf(rules);
    }

    /** A deed that has no such rules yet, named by a verb: "verify". */
    public static Duties of(Text deed) {
        return new Duties(deed, List.of());
    }

    public Duties notBy(Text role, Collection<UUID> accounts) {
        return and(new NotBy(role, Set.copyOf(accounts)));
    }

    /** Without an organisation there is nothing to keep apart. */
    public Duties notOf(Text role, Optional<String> organisationPath) {
        return organisationPath.map(path -> and(new NotOf(role, path))).orElse(this);
    }

    /** Without an organisation anybody may. */
    public Duties onlyOf(Text role, Optional<String> organisationPath) {
        return organisationPath.map(path -> and(new OnlyOf(role, path))).orElse(this);
    }

    private Duties and(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Duties(deed, more);
    }

    /** Why this viewer must not do it, in words for him; empty when he may. */
    public List<Text> objections(Viewer viewer) {
        return rules.stream()
                .filter(rule -> !rule.allows(viewer))
                .map(this::objection)
                .toList();
    }

    private Text objection(Rule rule) {
        String zh = rule.role().zh();
        String en = rule.role().en();
        return switch (rule) {
            case NotBy any -> Text.of(zh + "不能" + deed.zh(), en + " must not " + deed.en());
            case NotOf any -> Text.of(zh + "的人不能" + deed.zh(), "nobody of " + en + " may " + deed.en());
            case OnlyOf any -> Text.of("只有" + zh + "的人能" + deed.zh(), "only somebody of " + en + " may " + deed.en());
        };
    }

    /** Faults with {@link CoreError#DUTIES_SEPARATED} and all objections. */
    public void require(Viewer viewer) {
        List<Text> objections = objections(viewer);
        if (!objections.isEmpty()) {
            throw new FaultyInput(
                    CoreError.DUTIES_SEPARATED,
                    objections.getFirst().en(),
                    objections.stream().map(words -> new PlacedFault("", words)).toList());
        }
    }
}

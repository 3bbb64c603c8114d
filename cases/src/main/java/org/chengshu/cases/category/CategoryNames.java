package org.chengshu.cases.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What categories are called, also those that are out of use. */
@Component
public final class CategoryNames implements CaseItems.CategoryNaming {
    private final DSLContext db;
    private final CategoryTrees trees;

    CategoryNames(DSLContext db, CategoryTrees trees) {
        this.db = db;
        this.trees = trees;
    }

    /** Where a category stands: its tree, and what is above it from the top down to itself. */
    public record Place(String tree, Text treeTitle, boolean inUse, List<Step> path) {
        public Place {
            path = List.copyOf(path);
        }

        /** As one line, from the top to itself. */
        public Text line() {
            return Text.of(
                    path.stream().map(step -> step.name().zh()).collect(Collectors.joining(" / ")),
                    path.stream().map(step -> step.name().en()).collect(Collectors.joining(" / ")));
        }
    }

    public record Step(String code, Text name) {}

    @Override
    public Map<String, Text> names(Collection<String> codes) {
        Map<String, Text> names = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            db.fetch("select code, name_zh, name_en from cs_cases.category where code = any (?)", (Object)
                            codes.toArray(String[]::new))
                    .forEach(row -> names.put(
                            row.get("code", String.class),
                            Text.of(row.get("name_zh", String.class), row.get("name_en", String.class))));
        }
        return names;
    }

    /** Empty when no tree has or had it: a word of a former system. */
    public Optional<Place> find(String code) {
        return db.fetch("""
                        select c.tree, c.path, c.retired, t.title_zh, t.title_en
                          from cs_cases.category c join cs_cases.category_tree t on t.id = c.tree
                         where c.code = ?""", code).stream().findFirst().map(row -> {
            List<String> codes = row.get("path", String.class).lines().toList();
            Map<String, Text> names = names(codes);
            return new Place(
                    row.get("tree", String.class),
                    Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                    !row.get("retired", Boolean.class),
                    codes.stream()
                            .map(one -> new Step(one, names.getOrDefault(one, Text.of(one, one))))
                            .toList());
        });
    }

    /**
     * Tells of what somebody wrote as a category which one of the trees he meant: its code, or the only one of that name or
     * that path of names. What is none of these stays as it is.
     */
    public UnaryOperator<String> reader() {
        List<Category> all = trees.list(Optional.empty());
        Set<String> codes = all.stream().map(Category::code).collect(Collectors.toSet());
        Map<String, Text> names = new HashMap<>();
        all.forEach(one -> names.put(one.code(), one.name()));
        Map<String, String> meant = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Category one : all) {
            for (String word : words(one, names)) {
                String other = meant.putIfAbsent(word, one.code());
                if (other != null && !other.equals(one.code())) {
                    ambiguous.add(word);
                }
            }
        }
        ambiguous.forEach(meant::remove);
        return written -> codes.contains(written) ? written : meant.getOrDefault(written.strip(), written);
    }

    private static Set<String> words(Category one, Map<String, Text> names) {
        List<Text> path = one.path()
                .lines()
                .map(code -> names.getOrDefault(code, Text.of(code, code)))
                .toList();
        List<String> words = new ArrayList<>(List.of(one.name().zh(), one.name().en()));
        words.add(path.stream().map(Text::zh).collect(Collectors.joining("/")));
        words.add(path.stream().map(Text::en).collect(Collectors.joining("/")));
        return Set.copyOf(words);
    }
}

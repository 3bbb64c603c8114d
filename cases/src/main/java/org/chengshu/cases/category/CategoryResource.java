package org.chengshu.cases.category;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class CategoryResource {

    private final CategoryTrees trees;
    private final DSLContext db;

    CategoryResource(CategoryTrees trees, DSLContext db) {
        this.trees = trees;
        this.db = db;
    }

    @GetMapping("/category-trees")
    @Access(
            value = CaseRights.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "categories are the same for all")
    CursorPage<CategoryTrees.Tree> trees() {
        return new CursorPage<>(trees.trees(), Optional.empty());
    }

    /** In the order of each tree, what is above before what is below it. */
    @GetMapping("/categories")
    @Access(
            value = CaseRights.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "categories are the same for all")
    CursorPage<Item> categories(@RequestParam Optional<String> tree) {
        return new CursorPage<>(trees.list(tree).stream().map(Item::of).toList(), Optional.empty());
    }

    /** How many cases the viewer may see of each category and all below it; those without any are left out. */
    @GetMapping("/categories/counts")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<Count> counts(
            @RequestParam Optional<String> tree,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Viewer viewer) {
        Map<String, Category> known = new HashMap<>();
        List<Category> all = trees.list(tree);
        all.forEach(category -> known.put(category.code(), category));
        Map<String, long[]> sums = new HashMap<>();
        Field<Integer> cases = DSL.count().as("n");
        Field<Integer> open = DSL.count().filterWhere(OPEN).as("open");
        db.select(CATEGORY, cases, open)
                .from(CASES)
                .where(within(viewer.scope(CaseRights.READ)))
                .and(MERGED_INTO.isNull())
                .and(CATEGORY.isNotNull())
                .and(from.map(time -> OPENED_AT.ge(utc(time))).orElseGet(DSL::noCondition))
                .and(to.map(time -> OPENED_AT.lt(utc(time))).orElseGet(DSL::noCondition))
                .groupBy(CATEGORY)
                .forEach(row -> Optional.ofNullable(known.get(row.get(CATEGORY)))
                        .ifPresent(category -> category.path().lines().forEach(code -> {
                            long[] sum = sums.computeIfAbsent(code, any -> new long[2]);
                            sum[0] += row.get(cases);
                            sum[1] += row.get(open);
                        })));
        return new CursorPage<>(
                all.stream()
                        .filter(category -> sums.containsKey(category.code()))
                        .map(category ->
                                new Count(category.code(), sums.get(category.code())[0], sums.get(category.code())[1]))
                        .toList(),
                Optional.empty());
    }

    record Count(String category, long cases, long open) {}

    record Item(
            String code,
            String tree,
            Text name,
            Optional<String> parent,
            int level,
            Optional<String> kind,
            Optional<String> department) {
        static Item of(Category category) {
            return new Item(
                    category.code(),
                    category.tree(),
                    category.name(),
                    category.parent(),
                    category.level(),
                    category.kind(),
                    category.department());
        }
    }
}

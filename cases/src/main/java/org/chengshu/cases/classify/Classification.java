package org.chengshu.cases.classify;

import java.util.Optional;
import org.chengshu.cases.category.CategoryNames;
import org.chengshu.kernel.Text;

/**
 * What a case is: its kind and its category. {@code place} is missing of a word that is in no tree; {@code mayCategorise} and
 * {@code mayChangeKind} tell what the viewer may change now.
 */
record Classification(
        String kind,
        Text kindTitle,
        Optional<String> category,
        Optional<CategoryNames.Place> place,
        boolean mayCategorise,
        boolean mayChangeKind) {}

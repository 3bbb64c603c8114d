package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Makes what goes on the wire of a case. */
@Component
public final class CaseItems {
    /** What the codes of categories are called; one that is in no tree is left out. */
    @FunctionalInterface
    public interface CategoryNaming {
        Map<String, Text> names(Collection<String> codes);
    }

    private final CaseKinds kinds;
    private final Organisations organisations;
    private final CategoryNaming categories;

    CaseItems(CaseKinds kinds, Organisations organisations, CategoryNaming categories) {
        this.kinds = kinds;
        this.organisations = organisations;
        this.categories = categories;
    }

    public CaseItem of(CaseFile file, Instant now) {
        return of(file, now, kindTitle(file.kind()));
    }

    public CaseItem of(CaseFile file, Instant now, Text kindTitle) {
        return of(
                file,
                now,
                kindTitle,
                file.category().map(Set::of).map(categories::names).orElseGet(Map::of));
    }

    /** Makes the items of these cases and looks up each kind and category once. */
    public Function<CaseFile, CaseItem> maker(Collection<CaseFile> files, Instant now) {
        Map<String, Text> titles = new HashMap<>();
        Map<String, Text> names = categories.names(
                files.stream().flatMap(file -> file.category().stream()).collect(Collectors.toSet()));
        return file -> of(file, now, titles.computeIfAbsent(file.kind(), this::kindTitle), names);
    }

    private CaseItem of(CaseFile file, Instant now, Text kindTitle, Map<String, Text> names) {
        Optional<Text> department =
                file.department().flatMap(organisations::find).map(Organisation::name);
        return new CaseItem(
                file.id().value(),
                file.number(),
                file.kind(),
                kindTitle,
                file.title(),
                file.description(),
                file.stage().name(),
                file.severity().level(),
                file.rule(),
                file.subject(),
                file.areaPath(),
                file.position(),
                file.department(),
                department,
                file.handler(),
                file.reporter(),
                file.reportedAt(),
                file.openedAt(),
                file.stageSince(),
                file.due(),
                file.standing(now).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                file.closed() ? Optional.empty() : file.clock().colour(now),
                file.clock().suspendedSince(),
                file.handledAt(),
                file.closedAt(),
                file.closedBy(),
                file.reopened(),
                file.historical(),
                file.category(),
                file.category().map(names::get));
    }

    public Text kindTitle(String kind) {
        return kinds.find(kind).map(CaseKind::title).orElse(Text.of(kind, kind));
    }
}

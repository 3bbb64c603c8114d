package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Makes what goes on the wire of a case. */
@Component
public final class CaseItems {
    private final CaseKinds kinds;
    private final Organisations organisations;

    CaseItems(CaseKinds kinds, Organisations organisations) {
        this.kinds = kinds;
        this.organisations = organisations;
    }

    public CaseItem of(CaseFile file, Instant now) {
        return of(file, now, kindTitle(file.kind()));
    }

    /** For lists, whose maker looks up each kind once. */
    public CaseItem of(CaseFile file, Instant now, Text kindTitle) {
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
                file.historical());
    }

    public Text kindTitle(String kind) {
        return kinds.find(kind).map(CaseKind::title).orElse(Text.of(kind, kind));
    }
}

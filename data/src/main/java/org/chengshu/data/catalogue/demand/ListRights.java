package org.chengshu.data.catalogue.demand;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.data.catalogue.Providers.ResourceProvider;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Who sees and decides what is on the lists; pure. */
final class ListRights {
    private static final Text ASKER = Text.of("提出的人", "whoever raised it");

    private ListRights() {}

    /** Where somebody sees what is on the lists. */
    static Scope sees(Viewer viewer) {
        return EntryRights.drafts(viewer);
    }

    /** The rows that somebody sees, as a condition that may stand in an alternative: everything is true, not nothing said. */
    static Condition seen(Viewer viewer, Field<String> areaPath, Field<String> organisationPath) {
        Scope scope = sees(viewer);
        return scope.isEverywhere() ? DSL.trueCondition() : scope.within(areaPath, organisationPath);
    }

    static boolean sees(Viewer viewer, String areaPath, String organisationPath) {
        return sees(viewer).contains(areaPath, Optional.of(organisationPath));
    }

    static boolean edits(Viewer viewer, String areaPath, String organisationPath) {
        return viewer.scope(EntryRights.EDIT).contains(areaPath, Optional.of(organisationPath));
    }

    static boolean reviews(Viewer viewer, String areaPath, String organisationPath) {
        return viewer.scope(EntryRights.REVIEW).contains(areaPath, Optional.of(organisationPath));
    }

    static boolean edits(Viewer viewer, ResourceProvider provider) {
        return edits(viewer, provider.areaPath(), provider.path());
    }

    static boolean reviews(Viewer viewer, ResourceProvider provider) {
        return reviews(viewer, provider.areaPath(), provider.path());
    }

    static Duties deciding(UUID raisedBy) {
        return Duties.of(Text.of("作决定", "decide it")).notBy(ASKER, List.of(raisedBy));
    }

    static Fault missing(String what, long id) {
        return new Fault(DataError.LIST_ITEM_NOT_FOUND, "there is no " + what + " " + id);
    }

    static Fault notNow(String what, String state) {
        return new Fault(DataError.LIST_ITEM_NOT_NOW, what + " is " + state);
    }
}

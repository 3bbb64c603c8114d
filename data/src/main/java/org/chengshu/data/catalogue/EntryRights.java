package org.chengshu.data.catalogue;

import java.util.Optional;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Text;

/** Who sees, writes and reviews entries; pure. */
public final class EntryRights {
    public static final String EDIT = "data:catalogue";
    public static final String REVIEW = "data:catalogue-review";

    private static final Duties REVIEWING = Duties.of(Text.of("审核该目录", "review this entry"));
    private static final Text EDITOR = Text.of("编制该目录的人", "whoever wrote it");

    private EntryRights() {}

    /** Where somebody sees what is not published yet. */
    public static Scope drafts(Viewer viewer) {
        return viewer.scope(EDIT).or(viewer.scope(REVIEW));
    }

    public static boolean sees(Viewer viewer, Entry entry) {
        return (viewer.may(Datasets.READ) && entry.isSeenByAll())
                || drafts(viewer).contains(entry.areaPath(), Optional.of(entry.organisationPath()));
    }

    public static boolean may(Viewer viewer, String permission, Entry entry) {
        return viewer.scope(permission).contains(entry.areaPath(), Optional.of(entry.organisationPath()));
    }

    static Duties reviewing(Entry entry) {
        return REVIEWING.notBy(EDITOR, entry.editors());
    }

    static PlacedFault fault(String place, String zh, String en) {
        return new PlacedFault(place, Text.of(zh, en));
    }
}

package org.chengshu.data.proposal;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profile;

/** Measured values that stay exactly the same for several rows in a row, as of a sensor that is stuck. */
final class StuckDrafts {
    private static final int RUN = 6;
    private static final int FEWEST_DIFFERENT = 20;
    private static final int FEWEST_EACH = 20;
    private static final double NEAR = 0.05;
    /** Values that often stay the same are of things that do. */
    private static final double RARELY = 0.002;

    private final Profile profile;
    private final Drafts to;

    private StuckDrafts(Profile profile, Drafts to) {
        this.profile = profile;
        this.to = to;
    }

    static void add(Profile profile, Drafts to) {
        StuckDrafts drafts = new StuckDrafts(profile, to);
        Optional<FieldProfile> member = drafts.member();
        drafts.along(member).ifPresent(along -> profile.fields().stream()
                .filter(field -> field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER)
                .filter(field -> !field.name().equals(along.name())
                        && member.filter(field::equals).isEmpty())
                .filter(field -> field.distinct() >= FEWEST_DIFFERENT && field.distinct() < field.filled() / 4)
                .forEach(field -> drafts.draft(field, along, member)));
    }

    private void draft(FieldProfile field, FieldProfile along, Optional<FieldProfile> member) {
        Drafts.Maker draft = to.of("stuck", field.name()).field().with("along", along.name());
        member.ifPresent(one -> draft.with("groupBy", List.of(one.name())));
        draft.check().put("atLeast", RUN);
        draft.severity(2)
                .atMost(RARELY)
                .because(
                        "不长时间不变",
                        " does not stand still",
                        "连续 " + RUN + " 行以上完全相同的值很少见，疑似设备卡死",
                        "that " + RUN + " rows or more on end are exactly the same is rare: it seems stuck");
    }

    /** Whose rows follow each other: of few the first that all rows have and that has many rows each. */
    private Optional<FieldProfile> member() {
        return profile.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && field.missingShare() == 0)
                .filter(field -> field.distinct() >= 2 && field.filled() >= FEWEST_EACH * field.distinct())
                .filter(field -> time().isEmpty() || field.distinct() >= FEWEST_EACH || isNamed(field))
                .findFirst();
    }

    private static boolean isNamed(FieldProfile field) {
        return field.name().endsWith("id")
                || field.name().endsWith("code")
                || field.name().endsWith("name");
    }

    private Optional<FieldProfile> time() {
        return profile.fields().stream()
                .filter(field -> field.type() == FieldType.INSTANT && field.missingShare() == 0)
                .filter(field -> !field.name().equals("loaded_at"))
                .filter(field -> profile.rows() >= FEWEST_EACH && field.distinct() >= FEWEST_EACH)
                .findFirst();
    }

    // Without a time, numbers that count each member's rows.
    private Optional<FieldProfile> along(Optional<FieldProfile> member) {
        return time().or(() -> profile.fields().stream()
                .filter(field -> field.type() == FieldType.INTEGER && field.missingShare() == 0)
                .filter(field -> field.distinct() >= FEWEST_EACH)
                .filter(field -> {
                    double rows = (double) field.distinct()
                            * member.map(FieldProfile::distinct).orElse(1L);
                    return Math.abs(rows - profile.rows()) <= NEAR * profile.rows();
                })
                .findFirst());
    }
}

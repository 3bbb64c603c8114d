package org.chengshu.data.proposal;

import java.util.List;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profile;

/** References to the keys of other datasets, and one thing split over several rows. */
final class PartnerDrafts {
    private static final int MOST_PARTS = 6;

    private PartnerDrafts() {}

    static void add(Profile profile, List<Profile> others, Drafts to) {
        for (Profile other : others) {
            for (List<String> key : other.keys()) {
                profile.fields().stream()
                        .filter(field -> key.equals(List.of(field.name())) && field.distinct() > 2)
                        .forEach(field -> reference(profile, field, other, to));
            }
            // A dataset of things refers to the rows that should be there of each of them.
            for (List<String> key : profile.keys()) {
                other.fields().stream()
                        .filter(field -> key.equals(List.of(field.name())) && field.distinct() > 2)
                        .filter(field -> field.rows() > 3 * profile.rows())
                        .forEach(field -> to.of("reference", field.name())
                                .field()
                                .with("dataset", other.dataset())
                                .with("key", field.name())
                                .severity(1)
                                .because(
                                        "在 " + other.dataset() + " 中有数据",
                                        " has rows in " + other.dataset(),
                                        other.dataset() + " 按它记录，有的却从未出现",
                                        other.dataset() + " records by it, yet some never appear there"));
            }
        }
        pieces(profile, to);
    }

    private static void reference(Profile profile, FieldProfile field, Profile other, Drafts to) {
        to.of("reference", field.name())
                .field()
                .with("dataset", other.dataset())
                .with("key", field.name())
                .severity(2)
                .because(
                        "在 " + other.dataset() + " 中存在",
                        " is there in " + other.dataset(),
                        "该项是 " + other.dataset() + " 的主键",
                        "it is the key of " + other.dataset());
        for (FieldProfile number : profile.fields()) {
            if (isAmount(number)) {
                other.fields().stream()
                        .filter(limit -> isAmount(limit) && isAbove(limit, number))
                        .forEach(limit -> limit(number, field, other, limit, to));
            }
        }
    }

    private static void limit(FieldProfile number, FieldProfile on, Profile other, FieldProfile limit, Drafts to) {
        to.of("within", number.name(), limit.name())
                .with("field", number.name())
                .with("on", on.name())
                .with("dataset", other.dataset())
                .with("key", on.name())
                .with("limit", limit.name())
                .severity(3)
                .atMost(0.1)
                .because(
                        "不超限",
                        " stay within",
                        "几乎都不超过 " + other.dataset() + " 的 " + limit.name(),
                        "nearly none is above " + limit.name() + " of " + other.dataset());
    }

    private static boolean isAmount(FieldProfile field) {
        return (field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER)
                && field.distinct() > 10
                && field.negatives() == 0
                && !field.percentiles().isEmpty();
    }

    // Of one magnitude, and the limit the larger throughout.
    private static boolean isAbove(FieldProfile limit, FieldProfile number) {
        List<Double> high = limit.percentiles();
        List<Double> low = number.percentiles();
        for (int i = 0; i < high.size(); i++) {
            if (high.get(i) < low.get(i) || high.get(i) > 100 * Math.max(1, low.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void pieces(Profile profile, Drafts to) {
        List<String> parts = profile.fields().stream()
                .filter(field -> field.missingShare() > 0.05 && field.missingShare() < 0.95)
                .map(FieldProfile::name)
                .limit(MOST_PARTS)
                .toList();
        if (parts.size() < 2) {
            return;
        }
        profile.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && field.missingShare() < 0.05)
                .filter(field -> field.distinct() >= 0.5 * field.rows()
                        && !profile.keys().contains(List.of(field.name())))
                .limit(2)
                .forEach(
                        name -> to.of("whole", name.name())
                                .with("key", List.of(name.name()))
                                .with("parts", parts)
                                .severity(2)
                                .atMost(0.2)
                                .because(
                                        "一事一行",
                                        ": one row for one thing",
                                        "同名的几行互相补充而不矛盾，像是一条记录拆成了几条",
                                        "rows of one name complete each other without contradiction, as if one record had been split"));
    }
}

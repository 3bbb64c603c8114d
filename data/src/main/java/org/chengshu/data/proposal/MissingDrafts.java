package org.chengshu.data.proposal;

import java.util.List;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profile;

/** What is missing, or written as a word for nothing. */
final class MissingDrafts {
    private static final double OFTEN = 0.2;
    private static final double SELDOM = 0.02;

    private MissingDrafts() {}

    static void add(Profile profile, Drafts to) {
        for (FieldProfile field : profile.fields()) {
            long missing = field.rows() - field.filled();
            if (missing > 0) {
                missing(field, missing, to);
            }
            if (field.type() == FieldType.TEXT && field.words() > 0) {
                words(field, to);
            }
        }
        profile.keys().stream().limit(3).forEach(key -> keyIsThere(key, to));
    }

    private static void missing(FieldProfile field, long missing, Drafts to) {
        double share = field.missingShare();
        String zh = percent(share) + "（" + missing + " 行）为空或为空值词";
        String en = percent(share) + " (" + missing + " rows) are empty or hold a word for nothing";
        Drafts.Maker draft = to.of("not-null", field.name()).field().atMost(1);
        if (field.filled() == 0) {
            draft.severity(1).because("从未填写", " is never filled", "所有行都为空", "it is empty in every row");
        } else if (share > OFTEN && field.words() < missing / 2) {
            // Mostly null may be how it is meant: watched, so that it is heard of when it grows.
            draft.severity(1)
                    .tolerance(Math.min(1, Math.ceil(share * 100 + 1) / 100))
                    .because("必填", " is filled", zh + "；先按现状容许，变差时再报", en + "; tolerated as it is, told when it grows");
        } else {
            draft.severity(share <= SELDOM ? 3 : 2).because("必填", " is filled", zh, en);
        }
    }

    private static void words(FieldProfile field, Drafts to) {
        to.of("null-word", field.name())
                .field()
                .severity(1)
                .atMost(1)
                .because(
                        "不写空值词",
                        " holds no word for nothing",
                        "空值写成了“无”“N/A”“-”等词，与真正的空混用",
                        "what is missing is written as a word such as N/A, beside real blanks");
    }

    private static void keyIsThere(List<String> key, Drafts to) {
        to.of("not-null", key.getFirst())
                .field()
                .severity(3)
                .guard()
                .because("必填", " is filled", "它是主键候选，目前没有空值", "it is a candidate key and never empty now");
    }

    static String percent(double share) {
        double hundred = 100 * share;
        return (hundred >= 10 || hundred == 0
                        ? String.valueOf(Math.round(hundred))
                        : String.valueOf(Math.max(0.01, Math.round(hundred * 100) / 100.0)))
                + "%";
    }
}

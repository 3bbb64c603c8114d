package org.chengshu.data.proposal;

import java.util.List;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profile.Relation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What nearly always holds between fields, as rules. */
final class RelationDrafts {
    private RelationDrafts() {}

    static void add(Profile profile, Drafts to) {
        for (Relation relation : profile.relations()) {
            List<String> fields = relation.fields();
            switch (relation.kind()) {
                case "order" ->
                    to.of("order", fields.getFirst(), fields.get(1))
                            .with("lower", fields.getFirst())
                            .with("upper", fields.get(1))
                            .severity(3)
                            .atMost(0.1)
                            .because(
                                    "先后有序",
                                    " are in order",
                                    share(relation, true) + "前者不晚于后者",
                                    share(relation, false) + "the first is not later");
                case "above" ->
                    to.of("order", fields.getFirst(), fields.get(1))
                            .with("lower", fields.getFirst())
                            .with("upper", fields.get(1))
                            .severity(2)
                            .atMost(0.02)
                            .because(
                                    "大小有序",
                                    " are in order",
                                    share(relation, true) + "前者不大于后者，两者一同变化",
                                    share(relation, false) + "the first is not above the second, and they go together");
                case "sum" -> sum(relation, to);
                case "ratio" -> sum(relation, to);
                // Holds for most rows only: it tells which numbers to compare, and is no rule.
                case "rate" -> {}
                case "determines" -> {
                    if (relation.share() < 1 || !profile.isWhole()) {
                        to.of("consistent", fields.getFirst(), fields.get(1))
                                .with("key", List.of(fields.getFirst()))
                                .with("field", fields.get(1))
                                .severity(2)
                                .atMost(0.05)
                                .because(
                                        "对应一致",
                                        " belong together",
                                        share(relation, true) + "前者相同则后者相同",
                                        share(relation, false) + "the first fixes the second");
                    }
                }
                default -> throw new IllegalStateException("unknown relation " + relation.kind());
            }
        }
    }

    private static void sum(Relation relation, Drafts to) {
        List<String> fields = relation.fields();
        Drafts.Maker draft = to.of("sum", fields.toArray(String[]::new)).with("field", fields.getFirst());
        ArrayNode terms = JsonMapper.shared().createArrayNode();
        for (String term : fields.subList(1, fields.size())) {
            terms.addObject().put("field", term).put("factor", relation.factor());
        }
        draft.check().set("terms", terms);
        draft.with("within", 0.01).severity(2).atMost(0.1);
        if (fields.size() == 2) {
            draft.because(
                    "换算一致",
                    " convert into each other",
                    share(relation, true) + "前者是后者的 " + (float) relation.factor() + " 倍",
                    share(relation, false) + "the first is " + (float) relation.factor() + " times the second");
        } else {
            draft.because(
                    "合计相符",
                    " add up",
                    share(relation, true) + "第一项等于其余之和",
                    share(relation, false) + "the first is the sum of the others");
        }
    }

    private static String share(Relation relation, boolean zh) {
        String percent = MissingDrafts.percent(relation.share());
        return zh ? "抽样中 " + percent + " " : "in " + percent + " of the sample ";
    }
}

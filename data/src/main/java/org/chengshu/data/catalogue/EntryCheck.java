package org.chengshu.data.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.http.PlacedFault;

/** What is wrong with the content of an entry, all of it; pure. */
public final class EntryCheck {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 4_000;
    static final int MOST_FIELDS = 1_000;
    static final int MOST_WORDS = 50;
    private static final int SENSITIVE = 3;
    private static final int HIGHEST = 4;

    private final EntryContent content;
    private final List<PlacedFault> faults = new ArrayList<>();

    private EntryCheck(EntryContent content) {
        this.content = content;
    }

    /** What even a draft must keep to. */
    static List<PlacedFault> ofDraft(EntryContent content) {
        EntryCheck check = new EntryCheck(content);
        check.lengths();
        check.fieldNames();
        return check.faults;
    }

    /** What stands in the way of publishing. */
    public static List<PlacedFault> ofWhole(EntryContent content) {
        EntryCheck check = new EntryCheck(content);
        check.lengths();
        check.fieldNames();
        check.completeness();
        check.sharing();
        check.openness();
        return check.faults;
    }

    private void lengths() {
        if (content.title().isEmpty()) {
            fault("title", "要有名称", "a resource has a title");
        }
        atMost("title", content.title(), LONGEST_TITLE);
        atMost("titleEn", content.titleEn(), LONGEST_TITLE);
        atMost("summary", content.summary(), LONGEST_TEXT);
        content.sharingBasis().ifPresent(text -> atMost("sharingBasis", text, LONGEST_TEXT));
        content.opennessBasis().ifPresent(text -> atMost("opennessBasis", text, LONGEST_TEXT));
        if (content.fields().size() > MOST_FIELDS) {
            fault("fields", "最多 " + MOST_FIELDS + " 个信息项", "at most " + MOST_FIELDS + " fields");
        }
        if (content.subjects().size() > MOST_WORDS || content.related().size() > MOST_WORDS) {
            fault(
                    "subjects",
                    "主题词、关联资源各最多 " + MOST_WORDS + " 个",
                    "at most " + MOST_WORDS + " subjects and related entries");
        }
        if (content.sensitivity() > HIGHEST) {
            fault("sensitivity", "分级为 1 到 4", "sensitivity is 1..4");
        }
    }

    private void fieldNames() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < content.fields().size(); i++) {
            EntryField field = content.fields().get(i);
            String place = "fields[" + i + "]";
            if (field.name().isEmpty()) {
                fault(place + ".name", "信息项要有名称", "a field has a name");
            } else if (!names.add(field.name())) {
                fault(place + ".name", "信息项重名：" + field.name(), "two fields are called " + field.name());
            }
            atMost(place + ".name", field.name(), LONGEST_TITLE);
            atMost(place + ".title", field.title(), LONGEST_TITLE);
            if (field.sensitivity() < 1 || field.sensitivity() > HIGHEST) {
                fault(place + ".sensitivity", "分级为 1 到 4", "sensitivity is 1..4");
            }
            field.length().filter(length -> length < 1).ifPresent(length -> {
                fault(place + ".length", "长度要大于 0", "a length is above 0");
            });
        }
    }

    private void completeness() {
        if (content.summary().isEmpty()) {
            fault("summary", "要有摘要", "an abstract is needed");
        }
        if (content.classCode().isEmpty()) {
            fault("classCode", "要选分类", "a class is needed");
        }
        if (content.format().hasFields() && content.fields().isEmpty()) {
            fault(
                    "fields",
                    "“" + content.format().title().zh() + "”要列出信息项",
                    "a resource of this format lists its fields");
        }
    }

    private void sharing() {
        if (content.sharing() == Sharing.CONDITIONAL && content.sharingBasis().isEmpty()) {
            fault("sharingBasis", "有条件共享要写明条件", "say under which condition it is shared");
        }
        if (content.sharing() == Sharing.NONE && content.sharingBasis().isEmpty()) {
            fault("sharingBasis", "不予共享要写明法律法规依据", "say on which legal ground it is not shared");
        }
        if (content.sharing() == Sharing.UNCONDITIONAL && content.sensitivity() == HIGHEST) {
            fault("sharing", "高度敏感的资源不能无条件共享", "what is highly sensitive is not shared unconditionally");
        }
    }

    private void openness() {
        if (content.openness() == Openness.CONDITIONAL
                && content.opennessBasis().isEmpty()) {
            fault("opennessBasis", "有条件开放要写明条件", "say under which condition it is open");
        }
        if (content.openness() == Openness.OPEN && content.sensitivity() >= SENSITIVE) {
            fault("openness", "含敏感数据项的资源不能无条件开放", "what holds sensitive fields is not open to everybody");
        }
        if (content.openness() == Openness.OPEN && content.sharing() == Sharing.NONE) {
            fault("openness", "不予共享的资源不能开放", "what is not shared is not open either");
        }
    }

    private void atMost(String place, String text, int most) {
        if (text.length() > most) {
            fault(place, "最多 " + most + " 个字符", "at most " + most + " characters");
        }
    }

    private void fault(String place, String zh, String en) {
        faults.add(EntryRights.fault(place, zh, en));
    }
}

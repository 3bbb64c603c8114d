package org.chengshu.cases.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Tells those asked that they are, and whoever asked what became of it. */
@Component
final class PartNotices {
    private static final Map<PartState, Text> ENDS = Map.of(
            PartState.DONE, Text.of("已办完", "is done"),
            PartState.DECLINED, Text.of("不办", "is declined"),
            PartState.WITHDRAWN, Text.of("已撤回", "is withdrawn"));

    private final Notices notices;

    PartNotices(Notices notices) {
        this.notices = notices;
    }

    void asked(CaseFile file, CasePart part) {
        Text title = Text.of("案件 " + file.number() + " 的子任务", "A sub-task of case " + file.number());
        tell(file, part, title, part.words(), to(part));
    }

    void ended(CaseFile file, CasePart part, PartState state, Optional<String> note) {
        Text end = ENDS.get(state);
        Text title = Text.of(
                "案件 " + file.number() + " 的子任务" + end.zh(), "A sub-task of case " + file.number() + " " + end.en());
        List<Recipient> to = state == PartState.WITHDRAWN ? to(part) : List.of(Recipient.account(part.askedById()));
        tell(file, part, title, part.words() + note.map(words -> "：" + words).orElse(""), to);
    }

    private static List<Recipient> to(CasePart part) {
        return part.personId()
                .map(Recipient::account)
                .or(() -> part.org().map(Recipient::organisation))
                .map(List::of)
                .orElse(List.of());
    }

    private void tell(CaseFile file, CasePart part, Text title, String words, List<Recipient> to) {
        notices.tell(
                new Notice(
                        "case-part",
                        "case-part:" + part.id() + ":" + title.en(),
                        file.severity(),
                        title,
                        Text.of(words, words),
                        Optional.of("/cases/" + file.id() + "#parts"),
                        file.areaPath(),
                        Map.of("kind", file.kind())),
                to,
                Set.of(Channel.INBOX));
    }
}

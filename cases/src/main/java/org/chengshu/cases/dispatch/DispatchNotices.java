package org.chengshu.cases.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Tells departments what is asked of them, in their inboxes and by whatever the notice rules name. */
@Component
final class DispatchNotices {
    private final Notices notices;

    DispatchNotices(Notices notices) {
        this.notices = notices;
    }

    void support(CaseFile file, String department, String words) {
        Text title = Text.of("请协办案件 " + file.number(), "Support is asked for case " + file.number());
        tell(file, "case-support", department, title, words, List.of(Recipient.organisation(department)));
    }

    void supported(CaseFile file, String department, String state, Optional<String> reason) {
        Text title = Text.of(
                "案件 " + file.number() + " 的协办任务" + (state.equals("done") ? "已办完" : "被退回"),
                "A task of case " + file.number() + " is " + state);
        tell(file, "case-support", department + " " + state, title, reason.orElse(""), lead(file));
    }

    void disputed(CaseFile file, String department, String reason) {
        Text title =
                Text.of("案件 " + file.number() + " 权属有争议，待裁决", "It is disputed whose case " + file.number() + " is");
        tell(file, "case-dispute", department, title, reason, List.of());
    }

    void handedOver(CaseFile file, String reason) {
        Text title =
                Text.of("案件 " + file.number() + " 转由本部门主办", "Your department leads case " + file.number() + " now");
        tell(file, "case-transfer", file.department().orElse(""), title, reason, lead(file));
    }

    void urged(CaseFile file, UUID urge, String words) {
        Text title = Text.of("催办：案件 " + file.number(), "Urgent: case " + file.number());
        List<Recipient> to = new ArrayList<>(lead(file));
        file.handlerId().map(Recipient::account).ifPresent(to::add);
        tell(file, "case-urge", urge.toString(), title, words, to);
    }

    void supervised(CaseFile file, UUID supervision, String reason) {
        Text title = Text.of("督办：案件 " + file.number(), "Supervised: case " + file.number());
        tell(file, "case-supervision", supervision.toString(), title, reason, lead(file));
    }

    private static List<Recipient> lead(CaseFile file) {
        return file.department().map(Recipient::organisation).map(List::of).orElse(List.of());
    }

    private void tell(CaseFile file, String matter, String key, Text title, String words, List<Recipient> to) {
        Notice notice = new Notice(
                matter,
                matter + " " + file.id() + " " + key,
                Severity.ORANGE,
                title,
                Text.of(file.title().zh() + "。" + words, file.title().en() + ". " + words),
                Optional.of("/cases/" + file.id()),
                file.areaPath(),
                Map.of("kind", file.kind()));
        if (!to.isEmpty()) {
            notices.tell(notice, to, Set.of(Channel.INBOX));
        }
        notices.route(notice);
    }
}

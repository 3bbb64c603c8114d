package org.chengshu.data.catalogue.demand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Tells people what happened to what they asked for and must do; joins the caller's transaction. */
@Component
class ListHerald {
    private static final Set<Channel> CHANNELS = Set.of(Channel.INBOX, Channel.EMAIL);

    private final Notices notices;

    ListHerald(Notices notices) {
        this.notices = notices;
    }

    void demandDecided(Demand demand) {
        Text text =
                switch (demand.state()) {
                    case Demand.ACCEPTED ->
                        Text.of("需求已受理，等待提供方发布。", "Your demand was accepted; its provider is to publish it.");
                    case Demand.FULFILLED -> Text.of("需求已满足，资源已发布。", "Your demand is met; the resource is published.");
                    default ->
                        Text.of(
                                "需求未受理：" + demand.reason().orElse(""),
                                "Your demand was declined: " + demand.reason().orElse(""));
                };
        tell(
                "demand-" + demand.id(),
                demand.title(),
                text,
                demandPage(demand),
                demand.areaPath(),
                Recipient.account(demand.raisedBy()));
    }

    void demandMet(Demand demand, Entry entry) {
        tell(
                "demand-" + demand.id(),
                demand.title(),
                Text.of("需求已满足，资源已发布。", "Your demand is met; the resource is published."),
                "/data/" + entry.id(),
                demand.areaPath(),
                Recipient.account(demand.raisedBy()));
    }

    void responsible(Responsibility made) {
        tell(
                "responsibility-" + made.id(),
                made.title(),
                Text.of("请于 " + made.due() + " 前编目并发布。", "To be published until " + made.due() + "."),
                "/data/lists/responsibilities/" + made.id(),
                made.areaPath(),
                Recipient.organisation(made.organisation()));
    }

    void overdue(Responsibility made) {
        tell(
                "responsibility-" + made.id(),
                made.title(),
                Text.of("已超过期限 " + made.due() + "。", "It was due on " + made.due() + "."),
                "/data/lists/responsibilities/" + made.id(),
                made.areaPath(),
                Recipient.organisation(made.organisation()));
    }

    private static String demandPage(Demand demand) {
        return "/data/lists/demands/" + demand.id();
    }

    private void tell(String key, String title, Text text, String page, String areaPath, Recipient to) {
        if (to.value().equals(Entry.PLATFORM)) {
            return;
        }
        notices.tell(
                new Notice(
                        "data-list",
                        key,
                        Severity.BLUE,
                        Text.of(title, title),
                        text,
                        Optional.of(page),
                        areaPath,
                        Map.of()),
                List.of(to),
                CHANNELS);
    }
}

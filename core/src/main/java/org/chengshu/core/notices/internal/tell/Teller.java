package org.chengshu.core.notices.internal.tell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.core.crypto.Masking;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.live.Live;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.QuietHours;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.notices.internal.delivery.NewDelivery;
import org.chengshu.core.notices.internal.delivery.ParcelStore;
import org.chengshu.core.notices.internal.delivery.Postman;
import org.chengshu.core.notices.internal.inbox.InboxItem;
import org.chengshu.core.notices.internal.inbox.InboxStore;
import org.chengshu.core.notices.internal.person.Preference;
import org.chengshu.core.notices.internal.person.PreferenceStore;
import org.chengshu.core.notices.internal.rules.NoticeRule;
import org.chengshu.core.notices.internal.rules.NoticeRuleStore;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** Puts what was told into inboxes and hands to the postman what has to leave the house; all in one transaction. */
@Component
final class Teller implements EventListener<NoticeTold> {
    private final Recipients recipients;
    private final NoticeStore notices;
    private final NoticeRuleStore rules;
    private final InboxStore inbox;
    private final PreferenceStore preferences;
    private final ParcelStore deliveries;
    private final Postman postman;
    private final Live live;
    private final Transactions transactions;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean mailReady;
    private final Duration fold;

    Teller(
            Recipients recipients,
            NoticeStore notices,
            NoticeRuleStore rules,
            InboxStore inbox,
            PreferenceStore preferences,
            ParcelStore deliveries,
            Postman postman,
            Live live,
            Transactions transactions,
            Clock clock,
            CitySettings city,
            Settings settings) {
        this.recipients = recipients;
        this.notices = notices;
        this.rules = rules;
        this.inbox = inbox;
        this.preferences = preferences;
        this.deliveries = deliveries;
        this.postman = postman;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = city.zone();
        this.mailReady = NoticeSettings.mailReady(settings);
        this.fold = settings.get(NoticeSettings.FOLD);
    }

    @Override
    public String name() {
        return "core.notices";
    }

    @Override
    public Class<NoticeTold> type() {
        return NoticeTold.class;
    }

    @Override
    public void on(NoticeTold told, UUID id) {
        Instant now = clock.instant();
        Recipients.Found found = recipients.find(told.notice(), told.to());
        notices.insert(id, told, now);
        Optional<NoticeRule> rule = told.rule().flatMap(rules::find);
        found.people().forEach(account -> person(account, id, told, rule, now));
        found.addresses().forEach(address -> address(address, id, told.notice(), rule, now));
        found.webhooks().forEach(webhook -> webhook(webhook, id, told.notice(), now));
        transactions.afterCommit(postman::wake);
    }

    private void person(UUID account, UUID id, NoticeTold told, Optional<NoticeRule> rule, Instant now) {
        Notice notice = told.notice();
        if (told.channels().contains(Channel.INBOX)) {
            InboxItem item = inbox.put(account, id, notice.key(), notice.severity(), now);
            live.publishTo(account, InboxStore.TOPIC, item);
        }
        if (!mailReady || !told.channels().contains(Channel.EMAIL)) {
            return;
        }
        Preference person = preferences.of(account);
        boolean must = rule.map(NoticeRule::mandatory).orElse(Set.of()).contains(Channel.EMAIL);
        if (person.email().isEmpty() || !(must || person.emailOn())) {
            return;
        }
        NewDelivery mail = new NewDelivery(
                Channel.EMAIL,
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                "account:" + account,
                Masking.email(person.email().get()),
                notBefore(notice, rule, person.quiet(), now));
        deliveries.addFolded(mail, id, notice.key(), notice.severity(), fold);
    }

    private void address(String address, UUID id, Notice notice, Optional<NoticeRule> rule, Instant now) {
        if (!mailReady) {
            return;
        }
        NewDelivery mail = new NewDelivery(
                Channel.EMAIL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(address),
                "address:" + Integer.toHexString(address.hashCode()),
                Masking.email(address),
                notBefore(notice, rule, Optional.empty(), now));
        deliveries.addFolded(mail, id, notice.key(), notice.severity(), fold);
    }

    private void webhook(String webhook, UUID id, Notice notice, Instant now) {
        NewDelivery call = new NewDelivery(
                Channel.WEBHOOK,
                Optional.empty(),
                Optional.of(webhook),
                Optional.empty(),
                "webhook:" + webhook,
                webhook,
                now);
        deliveries.add(call, id, notice.key(), notice.severity());
    }

    /** The end of the quiet hours of the rule and of the person, unless the rule lets this severity through. */
    private Instant notBefore(Notice notice, Optional<NoticeRule> rule, Optional<QuietHours> own, Instant now) {
        Optional<NoticeRule.Quiet> quiet = rule.flatMap(NoticeRule::quiet);
        if (quiet.filter(any -> notice.severity().level() >= any.through()).isPresent()) {
            return now;
        }
        return Stream.concat(quiet.map(NoticeRule.Quiet::hours).stream(), own.stream())
                .flatMap(hours -> hours.endAfter(now, zone).stream())
                .max(Instant::compareTo)
                .orElse(now);
    }
}

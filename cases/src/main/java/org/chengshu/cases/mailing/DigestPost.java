package org.chengshu.cases.mailing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.open.OpenDigest;
import org.chengshu.cases.open.OpenNews;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.notices.Letters;
import org.chengshu.core.notices.PlainLetter;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Writes to subscribers: a letter to confirm at once, a digest once a day. How far each has been told is kept with him, so a
 * mail server that was away delays letters and loses none; a digest of nothing is not sent.
 */
@Component
class DigestPost {
    private static final int BATCH = 100;
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final SubscriberStore store;
    private final MailingVault vault;
    private final Letters letters;
    private final OpenDigest cases;
    private final Areas areas;
    private final ZoneId zone;
    private final int hour;
    private final Clock clock;

    DigestPost(
            SubscriberStore store,
            MailingVault vault,
            Letters letters,
            OpenDigest cases,
            Areas areas,
            CitySettings city,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.letters = letters;
        this.cases = cases;
        this.areas = areas;
        this.zone = city.zone();
        this.hour = settings.get(MailingSettings.DIGEST_HOUR);
        this.clock = clock;
    }

    @Bean
    static RecurringJob mailConfirmations(DigestPost post) {
        return new RecurringJob(
                "cases.mail-confirmations",
                Text.of("发送订阅确认邮件", "Letters that ask to confirm"),
                Duration.ofSeconds(2),
                post::confirmations);
    }

    @Bean
    static RecurringJob mailDigests(DigestPost post) {
        return new RecurringJob(
                "cases.mail-digests",
                Text.of("发送每日案件摘要", "Daily digests of cases"),
                Duration.ofMinutes(5),
                post::digests);
    }

    void confirmations() {
        Instant now = clock.instant();
        store.eraseAskedBefore(now.minus(SubscriptionDesk.PATIENCE));
        if (!letters.ready()) {
            return;
        }
        Map<PlainLetter, UUID> due = new LinkedHashMap<>();
        for (Subscriber one : store.lettersDue(now, BATCH)) {
            String link = letters.link("/resident/mail#confirm=" + vault.token(MailingVault.Purpose.CONFIRM, one.id()));
            DigestText.Words words = DigestText.confirm(place(one.area()), link, one.language());
            due.put(letter(one, now, words, Optional.empty()), one.id());
        }
        if (!due.isEmpty()) {
            letters.send(List.copyOf(due.keySet()), (letter, fate) -> settle(due.get(letter), fate, now));
        }
    }

    private void settle(UUID id, Letters.Fate fate, Instant now) {
        switch (fate) {
            case SENT -> store.letterSent(id);
            case LATER -> store.letterLater(id, now.plus(AGAIN));
            case REFUSED -> store.erase(id);
        }
    }

    void digests() {
        digests(lastDigest(clock.instant()));
    }

    /** The last time that digests were due. */
    private Instant lastDigest(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant due = today.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
        return due.isAfter(now)
                ? today.minusDays(1).atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant()
                : due;
    }

    void digests(Instant until) {
        Map<String, OpenNews> read = new HashMap<>();
        while (letters.ready()) {
            List<Subscriber> batch = store.untold(until, BATCH);
            if (batch.isEmpty() || !send(batch, until, read)) {
                return;
            }
        }
    }

    /** Whether all of them have been told. */
    private boolean send(List<Subscriber> batch, Instant until, Map<String, OpenNews> read) {
        Map<PlainLetter, UUID> due = new LinkedHashMap<>();
        for (Subscriber one : batch) {
            OpenNews news = news(one, until, read);
            if (news.isEmpty()) {
                store.told(one.id(), until);
            } else {
                due.put(digest(one, until, news), one.id());
            }
        }
        boolean[] all = {true};
        if (!due.isEmpty()) {
            letters.send(List.copyOf(due.keySet()), (letter, fate) -> {
                UUID id = due.get(letter);
                switch (fate) {
                    case SENT -> store.told(id, until);
                    case LATER -> all[0] = false;
                    case REFUSED -> store.erase(id);
                }
            });
        }
        return all[0];
    }

    private OpenNews news(Subscriber one, Instant until, Map<String, OpenNews> read) {
        Instant from = one.toldUntil().orElseThrow();
        // An area that is gone has no news; its subscribers may end it by their last letter.
        if (one.area().filter(code -> areas.find(code).isEmpty()).isPresent()) {
            return OpenNews.NONE;
        }
        return read.computeIfAbsent(
                one.area().orElse("") + " " + from,
                _ -> cases.between(one.area().map(areas::reach), from, until));
    }

    private PlainLetter digest(Subscriber one, Instant until, OpenNews news) {
        String token = vault.token(MailingVault.Purpose.END, one.id());
        String page = letters.link("/resident/cases?status=all"
                + one.area().map(code -> "&area=" + code).orElse(""));
        DigestText.Words words = DigestText.digest(
                place(one.area()), news, page, letters.link("/resident/mail#end=" + token), one.language());
        return letter(
                one,
                until,
                words,
                Optional.of(letters.link("/api/cases/v1/mail-subscriptions/end-at-once?token=" + token)));
    }

    // The same letter has the same id, so that a mail server may know one that comes twice.
    private PlainLetter letter(Subscriber one, Instant of, DigestText.Words words, Optional<String> end) {
        UUID id = UUID.nameUUIDFromBytes((one.id() + " " + of).getBytes(StandardCharsets.UTF_8));
        return new PlainLetter(id, vault.open(one.id(), one.sealed()), words.subject(), words.text(), end);
    }

    private Text place(Optional<String> area) {
        return area.flatMap(areas::find).map(Area::name).orElse(Text.of("全市", "the whole city"));
    }
}

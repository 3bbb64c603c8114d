package org.chengshu.core.notices.internal.rules;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.QuietHours;
import org.chengshu.core.notices.Recipient;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a rule that has passed its schema. */
final class NoticeRuleJson {
    private static final int NOTHING_GOES_THROUGH = 5;

    private NoticeRuleJson() {}

    static NoticeRule read(JsonNode json) {
        Set<Channel> mandatory = channels(json.path("mandatory"));
        Set<Channel> channels = channels(json.path("channels"));
        channels.addAll(mandatory);
        if (channels.isEmpty()) {
            channels.add(Channel.INBOX);
        }
        return new NoticeRule(
                json.path("id").asString(),
                text(json.path("title")),
                json.path("matter").asString(),
                json.path("severity").asInt(1),
                Optional.of(json.path("area")).filter(JsonNode::isString).map(JsonNode::asString),
                where(json.path("where")),
                channels,
                mandatory,
                Optional.of(json.path("quiet")).filter(JsonNode::isObject).map(NoticeRuleJson::quiet),
                steps(json.path("steps")));
    }

    private static List<NoticeRule.Step> steps(JsonNode json) {
        List<NoticeRule.Step> steps = new ArrayList<>();
        json.forEach(step -> {
            List<Recipient> to = new ArrayList<>();
            step.path("to").forEach(one -> to.add(recipient(one)));
            steps.add(new NoticeRule.Step(after(step), to));
        });
        return steps;
    }

    static Duration after(JsonNode step) {
        return Duration.parse(step.path("after").asString("PT0S"));
    }

    private static Recipient recipient(JsonNode json) {
        String kind = json.propertyNames().iterator().next();
        return new Recipient(
                Recipient.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                json.path(kind).asString());
    }

    private static NoticeRule.Quiet quiet(JsonNode json) {
        QuietHours hours = new QuietHours(
                LocalTime.parse(json.path("from").asString()),
                LocalTime.parse(json.path("to").asString()));
        return new NoticeRule.Quiet(hours, json.path("through").asInt(NOTHING_GOES_THROUGH));
    }

    private static Map<String, Set<String>> where(JsonNode json) {
        Map<String, Set<String>> where = new HashMap<>();
        json.forEachEntry((label, values) -> {
            Set<String> words = new HashSet<>();
            values.forEach(value -> words.add(value.asString()));
            where.put(label, words);
        });
        return where;
    }

    private static Set<Channel> channels(JsonNode json) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        json.forEach(word -> channels.add(Channel.ofWord(word.asString())));
        return channels;
    }

    private static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString(), json.path("en").asString());
    }
}

package org.chengshu.sense.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chengshu.sense.topics.Up.Named;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static Optional<Named> named(String device) {
        return Optional.of(new Named(Optional.empty(), device, Optional.empty()));
    }

    @Test
    void readsThingsBoardsTopics() {
        assertThat(Topics.up("v1/devices/me/telemetry"))
                .isEqualTo(new Up.Telemetry(Optional.empty(), Dialect.THINGSBOARD));
        assertThat(Topics.up("v1/devices/me/attributes")).isEqualTo(new Up.Reported(Optional.empty()));
        assertThat(Topics.up("v1/devices/me/attributes/request/7")).isEqualTo(new Up.Asked("7"));
        assertThat(Topics.up("v1/devices/me/rpc/response/7"))
                .isEqualTo(new Up.Answered(Optional.empty(), Dialect.THINGSBOARD, Optional.of("7")));
        assertThat(Topics.up("v1/devices/me/rpc/request/7")).isEqualTo(new Up.Called("7"));
        assertThat(Topics.up("v1/gateway/connect")).isEqualTo(new Up.GatewayPresence(true));
    }

    @Test
    void readsJetLinksTopics() {
        Optional<Named> lamp = Optional.of(new Named(Optional.of("lamp"), "l1", Optional.empty()));
        Optional<Named> child = Optional.of(new Named(Optional.empty(), "c1", Optional.of("l1")));
        assertThat(Topics.up("/lamp/l1/properties/report")).isEqualTo(new Up.Telemetry(lamp, Dialect.JETLINKS));
        assertThat(Topics.up("/lamp/l1/event/fire")).isEqualTo(new Up.Happened(lamp, "fire"));
        assertThat(Topics.up("/lamp/l1/function/invoke/reply"))
                .isEqualTo(new Up.Answered(lamp, Dialect.JETLINKS, Optional.empty()));
        assertThat(Topics.up("/lamp/l1/offline")).isEqualTo(new Up.Presence(lamp, false));
        assertThat(Topics.up("/lamp/l1/child/c1/properties/report"))
                .isEqualTo(new Up.Telemetry(child, Dialect.JETLINKS));
        assertThat(Topics.up("/lamp/l1/child-reply/c1/function/invoke/reply"))
                .isEqualTo(new Up.Answered(child, Dialect.JETLINKS, Optional.empty()));
    }

    @Test
    void readsItsOwnTopics() {
        assertThat(Topics.up("devices/l1/telemetry")).isEqualTo(new Up.Telemetry(named("l1"), Dialect.PLAIN));
        assertThat(Topics.up("devices/me/state")).isEqualTo(new Up.Reported(Optional.empty()));
        assertThat(Topics.up("devices/l1/commands/7/reply"))
                .isEqualTo(new Up.Answered(named("l1"), Dialect.PLAIN, Optional.of("7")));
        assertThat(Topics.up("devices/l1")).isEqualTo(new Up.Foreign());
    }

    @Property
    void neverFailsWhateverTheTopic(@ForAll String topic, @ForAll String filter) {
        assertThat(Topics.up(topic)).isNotNull();
        TopicFilter.isValid(filter);
        new TopicFilter(filter).matches(topic);
    }

    @Test
    void filtersMatchAsTheStandardSays() {
        assertThat(new TopicFilter("sport/tennis/player1/#").matches("sport/tennis/player1"))
                .isTrue();
        assertThat(new TopicFilter("sport/tennis/player1/#").matches("sport/tennis/player1/score/w"))
                .isTrue();
        assertThat(new TopicFilter("sport/tennis/+").matches("sport/tennis/player1/ranking"))
                .isFalse();
        assertThat(new TopicFilter("sport/+").matches("sport")).isFalse();
        assertThat(new TopicFilter("sport/+").matches("sport/")).isTrue();
        assertThat(new TopicFilter("+/+").matches("/finance")).isTrue();
        assertThat(TopicFilter.isValid("sport/tennis#")).isFalse();
        assertThat(TopicFilter.isValid("sport/#/ranking")).isFalse();
        assertThat(TopicFilter.isValid("sport+")).isFalse();
        assertThat(TopicFilter.isValid("+/tennis/#")).isTrue();
    }
}

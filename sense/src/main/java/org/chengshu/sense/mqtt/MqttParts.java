package org.chengshu.sense.mqtt;

import org.chengshu.core.settings.Settings;
import org.chengshu.sense.command.Commands;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.doors.Deliveries;
import org.chengshu.sense.doors.Peers;
import org.chengshu.sense.doors.Uplink;
import org.chengshu.sense.link.Links;
import org.chengshu.sense.mqtt.live.LiveHub;
import org.chengshu.sense.mqtt.live.LiveTopics;
import org.chengshu.sense.mqtt.session.MqttSessions;
import org.chengshu.sense.mqtt.session.Releases;
import org.chengshu.sense.quota.Quotas;
import org.chengshu.sense.quota.Refusals;
import org.chengshu.sense.twin.Twins;
import org.springframework.stereotype.Component;

/** What every connection works with. */
@Component
record MqttParts(
        Settings settings,
        Peers peers,
        DeviceRegistry registry,
        Uplink uplink,
        Deliveries deliveries,
        Quotas quotas,
        Refusals refusals,
        Commands commands,
        Twins twins,
        Links links,
        MqttSessions sessions,
        Releases releases,
        Grants grants,
        LiveTopics liveTopics,
        LiveHub hub) {}
